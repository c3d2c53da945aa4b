/** API Gateway's throttle of one method: a bucket of tokens, one for each request. */
export interface Bucket {
  /** Tokens a second. */
  readonly rate: number;
  /** Most that it holds. */
  readonly burst: number;
}

/** Of so many requests in each step of `seconds`, the part that is let through. Nobody's requests are preferred. */
export function createGateway({ rate, burst }: Bucket, seconds: number) {
  let tokens = burst;
  return (requests: number): number => {
    tokens += rate * seconds;
    if (tokens > burst) tokens = burst;
    const taken = requests < tokens ? requests : tokens;
    tokens -= taken;
    return requests === 0 ? 1 : taken / requests;
  };
}
