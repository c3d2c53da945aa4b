import type { Code } from 'aws-cdk-lib/aws-lambda';

/** Contents, by names. */
export type Files = Readonly<Record<string, string>>;

/** Gives the code to deploy for an endpoint, such as `send-login-code`, with more files beside it where there are any. */
export type MakeCode = (endpoint: string, files?: Files) => Code;
