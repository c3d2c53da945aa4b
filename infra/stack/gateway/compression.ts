/**
 * API Gateway compresses answers from this many bytes on, for clients that take gzip. It is more than any answer about a
 * code or a token, so nothing secret is ever compressed beside what a stranger has chosen (the BREACH attack).
 */
export const minCompressedBytes = 4_096;
