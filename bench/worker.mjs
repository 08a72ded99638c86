/**
 * Builds documents in one process, as a server would: `node worker.mjs ROOT FORMATS LANGUAGES TEMPLATE`, each a list with
 * commas. A line in names a data file; a line out says what its documents took.
 */
import { createInterface } from 'node:readline';
import { createEngine } from '../dist/index.js';
import { measured } from './usage.mjs';

const [root = '.', formats = '', languages = '', template = ''] = process.argv.slice(2);
const engine = createEngine({ root });
const options = {
  formats: /** @type {import('../dist/index.js').Format[]} */ (formats.split(',')),
  languages: languages.split(','),
  template: template === '' ? undefined : template,
};

for await (const file of createInterface({ input: process.stdin })) {
  const { made, ...used } = await measured(() => engine.build(file, options));
  const { outputs, diagnostics } = made;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  const bytes = outputs.reduce((sum, output) => sum + output.bytes.length, 0);
  console.log(JSON.stringify({ ...used, bytes, errors }));
}
