/** What a language's tag implies. Made at build by `infra/build/generate/tags.ts`. */
export interface Implied {
  readonly language: string;
  readonly script: string;
  readonly region: string;
  /** The direction of writing, as in HTML. */
  readonly dir: 'ltr' | 'rtl';
}
