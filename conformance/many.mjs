/**
 * Long runs of what the tests do with few records:
 *
 *   node conformance/many.mjs batch [--records 10000]               all in one batch, with its memory as it goes; then again with
 *                                   [--base brochure|page]          threads that end after every 50 documents: the same files. Each
 *                                                                   is the brochure with a title of its own, or a page of text
 *   node conformance/many.mjs serve [--seconds 60] [--clients 50]   a service under load, hostile and slow clients among them
 *
 * The queue has its long run in its test: ETRATI_MANY=1000 npx vitest run tests/queue/queue.test.ts
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bases, manyRecords } from './many/records.mjs';
import { serveUnderLoad } from './many/service.mjs';

const root = join(import.meta.dirname, '..');
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    records: { type: 'string', default: '10000' },
    base: { type: 'string', default: 'brochure' },
    seconds: { type: 'string', default: '60' },
    clients: { type: 'string', default: '50' },
  },
});
const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

const [part] = positionals;
if (part === 'batch') {
  const base = values.base === 'brochure' || values.base === 'page' ? values.base : undefined;
  if (base === undefined) throw new Error(`say --base ${Object.keys(bases).join(' or ')}`);
  process.exitCode = (await manyRecords(root, Number(values.records), base)) ? 0 : 1;
} else if (part === 'serve')
  process.exitCode = (await serveUnderLoad(root, Number(values.seconds), Number(values.clients))) ? 0 : 1;
else throw new Error('say batch or serve');
