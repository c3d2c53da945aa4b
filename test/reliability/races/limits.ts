import type { Limit } from '../../../lib/core/limits.ts';
import { devicesLockout } from '../../../lib/core/lockout.ts';
import { devicesLimits } from '../../../lib/core/target-window.ts';
import type { Millis } from '../../../lib/core/time.ts';
import { type Facts, isSent, isStranger, type Sending, type Violation } from './facts.ts';
import type { Operation } from './history.ts';
import { withWrongCodes } from './locks.ts';
import type { Terms } from './terms.ts';

/** What was certainly accepted. The function read its clock somewhere between the two. */
interface Span {
  readonly earliest: Millis;
  readonly latest: Millis;
}

interface Counted {
  readonly limiter: string;
  readonly limits: readonly Limit[];
  /** By who or what is counted. */
  readonly spans: ReadonlyMap<string, readonly Span[]>;
}

/**
 * More than a limit allows. Of `max + 1` hits in the order of the table, the last one's clock was a whole window past the
 * first one's. By true time that window is shorter by what the two clocks differ at most. So a shorter one never holds more
 * than `max`, whatever else was written between.
 */
export function limitsBroken(facts: Facts, terms: Terms): readonly Violation[] {
  const tolerance = 2 * terms.maxSkew + 1; // clocks read whole milliseconds
  return countedIn(facts, terms).flatMap(({ limiter, limits, spans }) =>
    limits.flatMap((limit) =>
      [...spans].flatMap(([whom, its]): Violation[] => {
        const many = tooMany(its, limit, tolerance);
        if (!many) return [];
        const lasted = Math.ceil(
          Math.max(...many.map(({ latest }) => latest)) - Math.min(...many.map(({ earliest }) => earliest)),
        );
        const at = Math.max(...many.map(({ latest }) => latest));
        const what = `${limiter}: ${many.length} within ${lasted} ms, of ${limit.max} in ${limit.window} ms, for ${whom}`;
        return [{ rule: 'limits', what, at }];
      }),
    ),
  );
}

/** The first so many that all lie in less than the window, wherever in its span each was counted. */
function tooMany(spans: readonly Span[], { max, window }: Limit, tolerance: Millis): readonly Span[] | undefined {
  const sorted = spans.toSorted((one, other) => one.earliest - other.earliest);
  for (const [i, { earliest }] of sorted.entries()) {
    const end = earliest + window - tolerance;
    const within = sorted.slice(i).filter(({ latest }) => latest < end);
    if (within.length > max) return within;
  }
  return undefined;
}

function countedIn({ sendings, verifies }: Facts, terms: Terms): readonly Counted[] {
  const sent = sendings.filter(isSent);
  const strangers = sent.filter(isStranger);
  // Whose known devices wrong codes may have locked: those then count as strangers.
  const locked = withWrongCodes(verifies, ({ address }) => address, devicesLockout.toLock);
  const known = sent.filter((sending) => !isStranger(sending) && !locked.has(sending.asked.person.address));
  const checked = verifies.filter(({ answer }) => answer?.status === 200 || answer?.status === 400);
  const by = <O extends Operation>(
    operations: readonly O[],
    whom: (operation: O) => string,
    span: (operation: O) => Span,
  ) => new Map([...Map.groupBy(operations, whom)].map(([name, its]) => [name, its.map(span)]));
  const target = ({ asked }: Sending) => asked.person.mailbox;
  return [
    { limiter: 'target', limits: terms.targetLimits, spans: by(strangers, target, sendSpan) },
    {
      limiter: 'target-caller',
      limits: terms.targetCallerLimits,
      spans: by(strangers, (sending) => `${target(sending)} from ${sending.asked.ip}`, sendSpan),
    },
    { limiter: 'devices', limits: devicesLimits, spans: by(known, ({ asked }) => asked.person.address, sendSpan) },
    {
      limiter: 'device',
      limits: terms.deviceLimits,
      spans: by(known, ({ asked }) => `${asked.person.address} on ${asked.device?.token}`, sendSpan),
    },
    { limiter: 'caller', limits: terms.callerLimits, spans: by(sent, ({ asked }) => asked.ip, sendSpan) },
    {
      limiter: 'verify-caller',
      limits: terms.verifyCallerLimits,
      spans: by(checked, ({ asked }) => asked.ip, wholeSpan),
    },
  ];
}

/** Whatever is sent was counted before. */
const sendSpan = ({ invoked, completed, messages }: Sending): Span => ({
  earliest: invoked,
  latest: Math.min(completed, ...messages.filter(({ taken }) => taken).map(({ at }) => at)),
});

const wholeSpan = ({ invoked, completed }: Operation): Span => ({ earliest: invoked, latest: completed });
