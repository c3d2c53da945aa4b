/**
 * How often a test tries chance. TEST_ROUNDS is the share of the usual: one in the suite, less where a round is slow or
 * somebody waits.
 */
export const rounds = (usual: number): number => Math.ceil(usual * Number(process.env.TEST_ROUNDS ?? 1));
