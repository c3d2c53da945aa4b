/** Waits for both even if one fails, so that what was counted is known. */
export async function both<One, Other>(
  one: Promise<One>,
  other: Promise<Other> | undefined,
): Promise<[One, Other | undefined]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}
