/** How often chance is tried. A tenth of the usual where each request goes to another process: it is the same code. */
export const rounds = (usual: number): number => (process.env.TEST_LAMBDA ? usual / 10 : usual);
