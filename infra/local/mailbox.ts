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

/** What a service of texts was asked to send. */
type Text = Pick<Message, 'to' | 'from' | 'text' | 'locale'>;

/** For a service of texts that we emulate. */
export function keepTexts(): { readonly keep: (text: Text) => void; readonly outbox: Outbox } {
  let sent: Message[] = [];
  return {
    keep: (text) =>
      void sent.push({ ...text, channel: 'sms', subject: null, html: null, at: new Date().toISOString() }),
    outbox: {
      messages: async () => sent,
      async clear() {
        sent = [];
      },
    },
  };
}

/** E.164. */
export const isNumber = (to: string | null | undefined): boolean => /^\+[1-9]\d{1,14}$/.test(to ?? '');

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
