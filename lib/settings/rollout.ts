import type { Draft } from './draft.ts';
import type { Reader } from './reader.ts';
import * as a from './values.ts';

/** The versions that are tested before they take requests. */
export interface RolloutSettings {
  readonly sendVersionArn: string;
  readonly verifyVersionArn: string;
}

export const readRollout = ({ required }: Reader): Draft<RolloutSettings> => ({
  sendVersionArn: required('sendVersionArn', versionArn),
  verifyVersionArn: required('verifyVersionArn', versionArn),
});

const versionArn = a.matching(
  /^arn:[\w-]+:lambda:[\w-]+:\d+:function:[\w-]+:\d+$/,
  'the ARN of a version of a function',
);
