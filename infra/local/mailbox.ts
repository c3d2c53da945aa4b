/** A message as the person gets it, by mail or on the phone. */
export interface Message {
  readonly channel: 'email' | 'sms';
  readonly to: string;
  readonly from: string | null;
  readonly subject: string | null;
  readonly text: string;
  readonly html: string | null;
  readonly locale: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** A service that keeps every message that it should have sent. */
export interface Outbox {
  messages(): Promise<readonly Message[]>;
  clear(): Promise<void>;
}

/** All messages of all outboxes, newest last. */
export const mailbox = (outboxes: readonly Outbox[]): Outbox => ({
  async messages() {
    const all = (await Promise.all(outboxes.map((outbox) => outbox.messages()))).flat();
    return all.sort((one, other) => one.at.localeCompare(other.at));
  },
  async clear() {
    await Promise.all(outboxes.map((outbox) => outbox.clear()));
  },
});
