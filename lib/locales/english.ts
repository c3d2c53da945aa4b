import { phrases } from '../generated/phrases-en.js';
import { answers } from './en/answers.ts';
import type { Language } from './language.ts';

/** For what has no reader yet, and so is always in English: the API's description, the gateway's own answers. */
export const english: Language = { locale: 'en', answers, phrases };
