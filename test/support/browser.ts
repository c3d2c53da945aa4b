import { whyNoBrowser as whyNone } from '../../infra/tools/gallery/browser.ts';

/** Why a test of a page is skipped: a browser takes its time, and not everybody has one, so these have a run of their own. */
export const whyNoBrowser = process.env.TEST_BROWSER ? whyNone : 'npm run test:browser runs it';
