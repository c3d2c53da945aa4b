import type { OwnWords } from '../../lib/locales/own-words.ts';
import { variable } from '../../lib/settings/variables.ts';
import type { EndpointFunctionProps } from './endpoint-function.ts';

/** Beside the function's code, in the folder that Lambda starts it in. */
const file = 'words.json';

/** What the function that sends gets of them: a file, and a setting that names it. */
export const givenWords = (
  words: OwnWords | undefined,
  environment: EndpointFunctionProps['environment'],
): Pick<EndpointFunctionProps, 'environment' | 'files'> =>
  words === undefined
    ? { environment }
    : { environment: { ...environment, [variable.wordsFile]: file }, files: { [file]: JSON.stringify(words) } };
