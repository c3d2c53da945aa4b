/** `npm run test:browser`: the pages and the element in Chromium. Without one, it says that it is skipped. */
import { whyNoBrowser } from '../../infra/tools/gallery/browser.ts';
import { jest } from './jest.ts';

const tests = [
  'test/element',
  'test/docs/guide.test.ts',
  'test/infra/local/inbox.test.ts',
  'test/infra/local/inbox-answers.test.ts',
  'test/infra/local/inbox-sign-in.test.ts',
  'test/infra/local/api-reference.test.ts',
  'test/http/problems/pages-seen.test.ts',
];

if (whyNoBrowser) process.stdout.write(`${whyNoBrowser}\n`);
else process.exit(jest('browser', tests, { TEST_BROWSER: 'on' }));
