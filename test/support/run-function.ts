/** `run-function.ts FOLDER`, forked: loads the built function as Lambda does, and answers each event it is sent. */
import { join } from 'node:path';
import { lambdaContext } from './event.ts';

const [folder = ''] = process.argv.slice(2);
const { handler } = await import(join(folder, 'index.mjs'));

process.on('message', async (event) => process.send?.(await handler(event, lambdaContext())));
