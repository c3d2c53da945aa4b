import type { ProblemSlug } from '../../locales/catalog.ts';

export interface ProblemKind {
  readonly status: 400 | 403 | 404 | 405 | 413 | 415 | 429 | 500;
  /** The business error code. Never changed and never reused. */
  readonly code: number;
  readonly i18nKey: string;
}

/** Every problem of this API. Their words are in `lib/locales`. */
export const problems: Readonly<Record<ProblemSlug, ProblemKind>> = {
  'invalid-request': { status: 400, code: 30101001, i18nKey: 'error.invalid_request' },
  'malformed-body': { status: 400, code: 30101002, i18nKey: 'error.malformed_body' },
  'unsupported-media': { status: 415, code: 30101003, i18nKey: 'error.unsupported_media' },
  'body-too-large': { status: 413, code: 30101004, i18nKey: 'error.body_too_large' },
  'not-found': { status: 404, code: 30101005, i18nKey: 'error.not_found' },
  'method-not-allowed': { status: 405, code: 30101006, i18nKey: 'error.method_not_allowed' },
  forbidden: { status: 403, code: 30101007, i18nKey: 'error.forbidden' },
  'target-throttled': { status: 429, code: 30101101, i18nKey: 'error.target_throttled' },
  'caller-throttled': { status: 429, code: 30101102, i18nKey: 'error.caller_throttled' },
  'sms-budget-spent': { status: 429, code: 30101103, i18nKey: 'error.sms_budget_spent' },
  'email-budget-spent': { status: 429, code: 30101105, i18nKey: 'error.email_budget_spent' },
  'service-throttled': { status: 429, code: 30101104, i18nKey: 'error.service_throttled' },
  'sms-not-supported': { status: 400, code: 30101201, i18nKey: 'error.sms_not_supported' },
  'email-not-supported': { status: 400, code: 30101202, i18nKey: 'error.email_not_supported' },
  'delivery-failed': { status: 500, code: 30101203, i18nKey: 'error.delivery_failed' },
  'code-invalid': { status: 400, code: 30101301, i18nKey: 'error.code_invalid' },
  'code-expired': { status: 400, code: 30101302, i18nKey: 'error.code_expired' },
  'internal-error': { status: 500, code: 30101901, i18nKey: 'error.internal' },
};

export const isProblemSlug = (slug: string): slug is ProblemSlug => Object.hasOwn(problems, slug);
