/** ms. Reported by others, not promised: https://mustafaakin.dev/posts/2018-01-25-how-does-proportional-cpu-allocation-work-with-aws-lambda/ */
const slice = 20;

/**
 * How long `processorMs` takes, spread evenly before, between and after `waits`, with a share of a processor. Lambda gives
 * the share in slices: that part of each 20 ms at full speed, then nothing until the next 20 ms begin. So what only works
 * takes the share's inverse, and what mostly waits is hardly held at all. The mean over when a request may come.
 */
export function heldMs(processorMs: number, waits: readonly number[], share: number): number {
  const burst = processorMs / (waits.length + 1);
  const from = (start: number): number => {
    let clock: Clock = { at: start, slice: 0, left: share * slice };
    for (const wait of waits) {
      clock = worked(clock, burst, share);
      clock = { ...clock, at: clock.at + wait };
    }
    return worked(clock, burst, share).at - start;
  };
  return Array.from({ length: slice }, (_, start) => from(start)).reduce((sum, ms) => sum + ms, 0) / slice;
}

interface Clock {
  readonly at: number;
  /** The slice that was last worked in, and how much of it is left to work in. */
  readonly slice: number;
  readonly left: number;
}

const almostNothing = 1e-9; // what adding fractions gets wrong

function worked({ at, ...last }: Clock, ms: number, share: number): Clock {
  const current = Math.floor(at / slice + almostNothing);
  const left = current === last.slice ? last.left : share * slice;
  const end = (current + 1) * slice;
  const now = Math.min(ms, left, end - at);
  return ms - now <= almostNothing
    ? { at: at + now, slice: current, left: left - now }
    : worked({ at: end, slice: current, left: 0 }, ms - now, share);
}
