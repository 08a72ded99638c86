/** The program with threads that do something else than their work at some records. */
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/world.ts';
import type { ManyProject } from './kit.ts';

/**
 * A copy of the program in the project; gives its folder. What stands in `before` is done in a thread of `file` before it has the message
 * `task`; `seen` is how many it had.
 */
export function broken(project: ManyProject, before: string, file: 'many.js' | 'worker.js' = 'many.js'): string {
  const folder = path.join(project.root, 'etrati/dist');
  cpSync(path.join(packageRoot, 'dist'), folder, { recursive: true, filter: (each) => !/warm\./.test(each) });
  // Copies: what a link of the package leads to is not in the package.
  for (const name of ['package.json', 'templates', 'fonts', 'icc'])
    cpSync(path.join(packageRoot, name), path.join(project.root, 'etrati', name), { recursive: true });
  symlinkSync(path.join(packageRoot, 'node_modules'), path.join(project.root, 'etrati/node_modules'));
  const text = readFileSync(path.join(folder, file), 'utf8');
  const wrapped = `import { parentPort as port } from 'node:worker_threads';
    let seen = 0;
    port.on('message', (task) => { seen += 1; ${before} });\n`;
  const banner = /^(?:#!.*\n)?/.exec(text)?.[0] ?? '';
  writeFileSync(path.join(folder, file), banner + wrapped + text.slice(banner.length));
  return folder;
}
