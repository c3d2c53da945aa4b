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
    let clock: Clock = { at: start, left: share * slice };
    for (const wait of waits) clock = waited(worked(clock, burst, share), wait, share);
    return worked(clock, burst, share).at - start;
  };
  return Array.from({ length: slice }, (_, start) => from(start)).reduce((sum, ms) => sum + ms, 0) / slice;
}

interface Clock {
  readonly at: number;
  /** Of this slice, to work in. */
  readonly left: number;
}

const sliceAt = (at: number): number => Math.floor(at / slice + 1e-9);

function worked({ at, left }: Clock, ms: number, share: number): Clock {
  const end = (sliceAt(at) + 1) * slice;
  const now = Math.min(ms, left, end - at);
  const rest = ms - now;
  return rest <= 1e-9 ? { at: at + now, left: left - now } : worked({ at: end, left: share * slice }, rest, share);
}

const waited = ({ at, left }: Clock, ms: number, share: number): Clock => ({
  at: at + ms,
  left: sliceAt(at + ms) === sliceAt(at) ? left : share * slice,
});
