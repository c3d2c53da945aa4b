import { isHeartbeatMailbox } from './heartbeat.ts';
import type { Millis } from './time.ts';
import { day } from './time.ts';

/**
 * What SES says became of a mail.
 *
 * `delivery`     the person's mail server took it
 * `bounce`       that server refused it for good, or SES has the address on its suppression list
 * `soft-bounce`  it could not be delivered before the code expired
 * `complaint`    the person marked it as spam: SES sends that address nothing more
 * `reject`       SES found a virus in it, and did not send it
 */
export const emailEventKinds = ['delivery', 'bounce', 'soft-bounce', 'complaint', 'reject'] as const;
export type EmailEventKind = (typeof emailEventKinds)[number];

export interface EmailEvent {
  readonly kind: EmailEventKind;
  /** More exactly why, in a word of SES's own, such as `MailboxFull`. */
  readonly why: string | undefined;
  /** Whom the mail was for. Undefined: not exactly one, so it is none of ours. */
  readonly to: string | undefined;
}

/** A mark that an address is unreachable lasts no longer: what was wrong may have been mended. */
export const unreachableFor: Millis = 7 * day;

/** Whether the next mail would not arrive either. */
export const isUnreachable = ({ kind }: EmailEvent): boolean => kind === 'bounce' || kind === 'complaint';

/** Reads an event record of SES. Undefined: it tells of something else, such as an opened mail, or of the heartbeat's. */
export function readEmailEvent(record: unknown): EmailEvent | undefined {
  const { eventType, bounce, complaint, mail } = fieldsOf(record);
  const kind = kindOf(eventType, fieldsOf(bounce).bounceType);
  if (!kind) return undefined;
  const { destination } = fieldsOf(mail);
  const [to, ...others] = Array.isArray(destination) ? destination : [];
  if (typeof to === 'string' && isHeartbeatMailbox(to)) return undefined;
  return {
    kind,
    why: word(fieldsOf(bounce).bounceSubType) ?? word(fieldsOf(complaint).complaintFeedbackType),
    to: typeof to === 'string' && others.length === 0 ? to : undefined,
  };
}

function kindOf(eventType: unknown, bounceType: unknown): EmailEventKind | undefined {
  switch (eventType) {
    case 'Delivery':
      return 'delivery';
    case 'Bounce':
      return bounceType === 'Permanent' ? 'bounce' : 'soft-bounce';
    case 'Complaint':
      return 'complaint';
    case 'Reject':
      return 'reject';
    default:
      return undefined;
  }
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** Nothing that a mail server wrote: its words may quote the address. */
const word = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[a-z-]{1,40}$/i.test(value) ? value : undefined;
