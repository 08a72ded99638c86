/** `etrati diff`: what colleagues have changed in a Word document, field by field of the data, and its way back into it. */
import { misuse, Refused, Report } from '../diagnostics.ts';
import { writeChanges } from '../diff/apply.ts';
import type { Located } from '../diff/change.ts';
import { type DocumentDiff, diff } from '../diff/diff.ts';
import { linesOfChange, printDifference } from '../diff/print.ts';
import { publish } from '../diff/published.ts';
import { visible } from '../render-diagnostics.ts';
import { findInputs } from '../work/inputs.ts';
import { settle } from '../work/settings.ts';
import { type ExitCode, exit, exitCodeOf, showFindings } from './findings.ts';
import { readFinished } from './outline.ts';
import type { Terminal } from './terminal.ts';

export interface DiffFlags {
  readonly json?: boolean;
  readonly apply?: boolean;
  readonly only?: readonly string[];
  readonly all?: boolean;
  readonly lang?: string;
  readonly template?: string;
  readonly theme?: string;
}

/** Tells the changes on stdout. Throws `Refused` for files that cannot be read or built, and for a path that has no change. */
export async function diffDocument(
  document: string,
  data: string,
  flags: DiffFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { cwd, stdout, stderr } = terminal;
  const report = new Report();
  const { template, theme } = flags;
  const settings = await settle(
    { ...(template === undefined ? {} : { template }), ...(theme === undefined ? {} : { theme }) },
    cwd,
    report,
  );
  if (report.failed) {
    await showFindings(report.diagnostics, terminal);
    return exitCodeOf(report.diagnostics);
  }
  const unused =
    flags.apply === true ? undefined : flags.only !== undefined ? '--only' : flags.all === true ? '--all' : undefined;
  if (unused !== undefined) {
    const hints = [`Write --apply as well, or leave ${unused} away.`];
    report.warning('option-unused', null, `${unused} is for --apply, and nothing is applied.`, { hints });
    await showFindings(report.diagnostics, terminal);
  }
  if (!/\.docx$/i.test(document)) {
    const hints = [
      'Name the Word document first and its data second, such as: etrati diff edited.docx data/report/report.json',
    ];
    throw new Refused([misuse('unknown-format', `"${document}" is not the name of a Word document (.docx).`, hints)]);
  }
  const bytes = await readFinished(document, cwd);
  const [file = data] = await findInputs([data], cwd);
  const { template: usedTemplate, theme: usedTheme } = settings;
  const found = await diff(bytes, { root: cwd, file, template: usedTemplate, theme: usedTheme, lang: flags.lang });
  const chosen = flags.apply === true ? await choose(found, document, flags, terminal) : [];
  const backup = chosen.length === 0 ? null : await writeChanges(cwd, found.data, chosen);
  const applied = new Set(chosen.map((change) => found.changes.indexOf(change) + 1));
  const shown = publish(found, document, { applied, backup });
  stdout.write(flags.json === true ? `${JSON.stringify(shown, null, 2)}\n` : printable(printDifference(shown)));
  if (backup !== null)
    stderr.write(
      `Wrote ${visible(file)}. The file as it was is ${visible(backup)}. Next: etrati validate ${visible(file)}\n`,
    );
  return exit.done;
}

async function choose(
  found: DocumentDiff,
  document: string,
  { only = [], all, json }: DiffFlags,
  terminal: Terminal,
): Promise<readonly Located[]> {
  const ready = found.changes.filter(({ edit, conflict }) => edit !== null && !conflict);
  if (only.length > 0)
    return only.flatMap((asked) => named(asked, found)).filter((each, at, every) => every.indexOf(each) === at);
  if (all === true) return ready;
  if (terminal.ask === undefined || json === true) {
    const hints = ['Take all with --all, or some with --only PATH.'];
    throw new Refused([misuse('diff-unmatched', 'Nothing says which changes are to be taken over.', hints)]);
  }
  return ask(ready, publish(found, document, { applied: new Set(), backup: null }).changes, found, terminal);
}

/** The changes of a path and of what is within it. What was changed on both sides has to be named itself. */
function named(asked: string, { changes }: DocumentDiff): readonly Located[] {
  const own = changes.filter(
    ({ path: at }) => at === asked || at.startsWith(`${asked}.`) || at.startsWith(`${asked}[`),
  );
  if (own.length === 0) {
    const hints = ['Take a path from the list that etrati diff prints without --apply.'];
    throw new Refused([misuse('diff-unmatched', `No change has the path "${asked}".`, hints)]);
  }
  const ready = own.filter(
    ({ edit, conflict, path: at }) => edit !== null && (!conflict || (at === asked && edit.type === 'set')),
  );
  const [first] = own;
  if (ready.length > 0 || first === undefined) return ready;
  const reason = first.conflict
    ? 'The data has changed here since the document was made.'
    : (first.note ?? 'It cannot be taken over.');
  throw new Refused([
    misuse('diff-refused', `The change at "${asked}" cannot be taken over. ${reason}`, ['Change the data by hand.']),
  ]);
}

async function ask(
  ready: readonly Located[],
  lines: Parameters<typeof linesOfChange>[0][],
  found: DocumentDiff,
  { ask: put, stderr }: Terminal,
) {
  const chosen: Located[] = [];
  for (const [index, change] of ready.entries()) {
    const question = lines[found.changes.indexOf(change)];
    if (question === undefined) continue;
    stderr.write(printable(`${linesOfChange(question).join('\n')}\n`));
    const answer = ((await put?.('Take it over? y(es), n(o), a(ll that follow), q(uit): ')) ?? 'q')
      .trim()
      .toLowerCase();
    if (answer.startsWith('q')) return [];
    if (answer.startsWith('a')) return [...chosen, ...ready.slice(index)];
    if (answer.startsWith('y')) chosen.push(change);
  }
  return chosen;
}

/** What strangers have written must not drive the terminal. */
function printable(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
