/**
 * The command line as a start-up snapshot of V8: the program is loaded, themes and templates of this package are read, and the
 * functions that documents take are compiled, all before a process begins. `scripts/build.mjs` makes it, by
 * `node --build-snapshot warm.cjs PROJECT`, where Node can; `cli/snapshot.ts` starts it. PROJECT is a folder with the starter of
 * each kind: what is warmed up is ours, and no text of theirs is kept.
 */
import './warm/missing.ts';
import { readdirSync } from 'node:fs';
import { startupSnapshot } from 'node:v8';
import { main } from './cli/main.ts';
import { run } from './cli/process.ts';
import { allLanguages } from './language/languages.ts';
import { forgetCalls } from './template/strict.ts';
import { codeFile } from './theme/harfbuzz.ts';
import { forgetShapers } from './theme/shaping.ts';
import { takeAwayStandIns } from './warm/missing.ts';

const [, , root = ''] = process.argv;

// Writers that need WebAssembly, or dots of a drawing, cannot run here; what can be loaded is.
async function warm(): Promise<void> {
  let messages = '';
  const tell = { write: (text: string) => (messages += text) };
  const names = readdirSync(root).filter((each) => each.endsWith('.json'));
  const args = ['build', ...names, '--jobs', '1', '--format', 'pdf'];
  const code = await main(args, { stdout: tell, stderr: tell, cwd: root, env: {} });
  if (code !== 0) throw new Error(messages);
  for (const language of allLanguages) readExpressions(language);
  forgetCalls();
  forgetShapers();
  codeFile();
  await import('./write/docx/docx.ts');
}

/** V8 reads an expression when it is first asked; and a text with other letters than Latin's is another case than one without. */
function readExpressions(value: unknown): void {
  if (value instanceof RegExp) '…'.search(value);
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) readExpressions(each);
}

/** Ends the process when all is written; left to itself, V8 gives its memory back piece by piece. */
async function leave(): Promise<void> {
  for (const stream of [process.stdout, process.stderr])
    await new Promise<void>((resolve) => stream.write('', () => resolve()));
  process.exit();
}

void warm().then(() => {
  takeAwayStandIns();
  startupSnapshot.setDeserializeMainFunction(() => void run().then(leave));
});
