/** In seconds. */
const window = 300;
const looksEvery = 10;
const takesEffectAfter = 20;

/**
 * A rule of AWS WAF that counts by address. It looks every 10 s at the last five minutes, and what it sees takes effect 20 s
 * later, when it begins to block as when it ends: an address that asks too often goes on for 20 to 30 s. AWS says "usually
 * below 30 seconds", and that it may be minutes. Blocked requests count too:
 * https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based-caveats.html
 */
export function createFirewall(sources: number, limit: number) {
  const recent = Array.from({ length: sources }, () => new Float64Array(window));
  const counts = new Float64Array(sources);
  const verdicts: { readonly from: number; readonly blocked: readonly boolean[] }[] = [];
  let blocked: readonly boolean[] = [];

  return { isBlocked, countOf, look };

  /** Sources are addresses that ask alike. */
  function isBlocked(source: number): boolean {
    return blocked[source] === true;
  }

  /** Requests of one address in the last five minutes. */
  function countOf(source: number): number {
    return counts[source] ?? 0;
  }

  /** `sent` by one address of each source in this second. */
  function look(second: number, sent: readonly number[]): void {
    const slot = second % window;
    recent.forEach((seconds, source) => {
      counts[source] = countOf(source) - (seconds[slot] ?? 0) + (sent[source] ?? 0);
      seconds[slot] = sent[source] ?? 0;
    });
    if (second % looksEvery === 0) {
      verdicts.push({ from: second + takesEffectAfter, blocked: Array.from(counts, (count) => count > limit) });
    }
    if (verdicts[0]?.from === second) blocked = verdicts.shift()?.blocked ?? [];
  }
}

export type Firewall = ReturnType<typeof createFirewall>;
