/** `etrati listen`: what a screen reader says of a finished file, in order. */
import { type ListenForm, linesOf, ssmlOf } from '../listen/forms.ts';
import { utterancesOf } from '../listen/listen.ts';
import { outlineOf } from '../outline/read.ts';
import { visible } from '../render-diagnostics.ts';
import { type ExitCode, exit } from './findings.ts';
import { formatOf, readFinished } from './outline.ts';
import type { Terminal } from './terminal.ts';

/** Throws `Refused` for a file that cannot be read. */
export async function listen(file: string, form: ListenForm, { cwd, stdout }: Terminal): Promise<ExitCode> {
  const format = formatOf(file, cwd);
  const outline = await outlineOf(await readFinished(file, cwd), format, 'in-place');
  const utterances = utterancesOf(outline);
  const text = form === 'ssml' ? ssmlOf(utterances, outline.lang) : linesOf(utterances, outline.lang);
  stdout.write(text.split('\n').map(visible).join('\n'));
  return exit.done;
}
