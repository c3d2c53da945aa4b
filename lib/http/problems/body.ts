import { type Millis, toSeconds } from '../../core/time.ts';
import type { Violation } from '../../core/violation.ts';
import type { ViolationWord } from '../../locales/catalog.ts';
import type { Language } from '../../locales/language.ts';
import { duration, fill, numeral } from '../../locales/words.ts';
import type { Call } from '../call.ts';
import { maxBodyBytes } from '../chain/body-limit.ts';
import type { ProblemBody } from '../contract/problem.ts';
import { problemPath } from '../routes.ts';
import { problems } from './kinds.ts';
import type { Problem } from './problem.ts';

export interface AnswerSettings {
  readonly publicUrl: string;
  readonly serviceName: string;
  /** Whether violations show the refused value. */
  readonly development: boolean;
}

/** What a page or a document needs to know about where it is served. */
export type ServedAt = Pick<AnswerSettings, 'publicUrl' | 'serviceName'>;

/** The problem's JSON, with words in the caller's language. */
export function problemBody(problem: Problem, call: Call, settings: AnswerSettings, now: Millis): ProblemBody {
  const { slug, violations, wait, attemptsLeft, challengeId, tryInstead } = problem;
  const { status, code, i18nKey } = problems[slug];
  const retryAfter = wait === undefined ? undefined : toSeconds(wait);
  const args = { retry_after: retryAfter, attempts_left: attemptsLeft, try: tryInstead };
  const hasArgs = Object.values(args).some((value) => value !== undefined);
  // JSON leaves out what is undefined.
  return {
    type: `${settings.publicUrl}${problemPath(slug)}`,
    title: call.language.answers.problems[slug].title,
    status,
    detail: detail(problem, call.language),
    instance: call.instance,
    code,
    i18n_key: i18nKey,
    i18n_args: hasArgs ? args : undefined,
    errors: violations?.map((violation) => violationBody(violation, call.language, settings)),
    retry_after: retryAfter,
    challenge_id: challengeId,
    request_id: call.requestId,
    trace_id: call.trace.traceparent,
    span_id: call.trace.spanId,
    service: settings.serviceName,
    timestamp: new Date(now).toISOString(),
  };
}

function detail({ slug, wait, locked, attemptsLeft, challengeId }: Problem, { answers, phrases }: Language): string {
  if (challengeId !== undefined) return answers.deliveryUnknown;
  return fill(locked ? answers.targetLocked : answers.problems[slug].detail, {
    max_bytes: numeral(maxBodyBytes, phrases),
    wait: wait === undefined ? undefined : duration(wait, phrases),
    attempts_left: attemptsLeft === undefined ? undefined : numeral(attemptsLeft, phrases),
  });
}

function violationBody({ field, code, value }: Violation, { answers }: Language, { development }: AnswerSettings) {
  const { violations } = answers;
  const ofField = `${field}.${code}`;
  const word = (Object.hasOwn(violations, ofField) ? ofField : code) as ViolationWord;
  return { field, code, description: violations[word], ...(development && value !== undefined && { value }) };
}
