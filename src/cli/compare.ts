/** `etrati compare`: whether finished files say the same, and where they part. */
import { misuse, Refused } from '../diagnostics.ts';
import { type Comparison, compareFiles, countNodes, type OutlinedFile, outlineFile } from '../outline/comparison.ts';
import { unreadWords } from '../outline/print.ts';
import { visible } from '../render-diagnostics.ts';
import { type ExitCode, exit } from './findings.ts';
import { formatOf, readFinished } from './outline.ts';
import type { Terminal } from './terminal.ts';

/** Holds each file against the first. Throws `Refused` for files that cannot be read, or fewer than two. */
export async function compare(files: readonly string[], json: boolean, terminal: Terminal): Promise<ExitCode> {
  const { cwd, stdout } = terminal;
  if (files.length < 2) {
    const hints = ['Name the files after each other, such as: etrati compare report.en.pdf report.en.docx'];
    throw new Refused([misuse('one-file', 'There is one file: two or more can be compared.', hints)]);
  }
  const outlined: OutlinedFile[] = [];
  for (const file of files) {
    const format = formatOf(file, cwd);
    const bytes = await readFinished(file, cwd);
    outlined.push(await outlineFile({ name: file, format, bytes }));
  }
  const comparisons = compareFiles(outlined);
  const agree = comparisons.every(({ differences }) => differences.length === 0);
  const text = json ? jsonOf(outlined, comparisons, agree) : textOf(outlined, comparisons, agree);
  stdout.write(json ? text : text.split('\n').map(visible).join('\n'));
  return agree ? exit.done : exit.refused;
}

function jsonOf(outlined: readonly OutlinedFile[], comparisons: readonly Comparison[], agree: boolean): string {
  const files = outlined.map(({ name, format, outline }) => {
    return { file: name, format, lang: outline.lang, nodes: countNodes(outline), unread: outline.unread };
  });
  const found = comparisons.map(({ name, differences, notCompared }) => ({
    ...{ file: name, against: outlined[0]?.name, agrees: differences.length === 0 },
    ...{ differences, notCompared },
  }));
  return `${JSON.stringify({ agree, files, comparisons: found }, null, 2)}\n`;
}

/** More of them tell a person nothing new. */
const most = 50;

function textOf(outlined: readonly OutlinedFile[], comparisons: readonly Comparison[], agree: boolean): string {
  const widest = Math.max(...outlined.map(({ name }) => name.length));
  const facts = outlined.map(({ name, outline }) => {
    const unread = outline.unread.length === 0 ? '' : ` · ${unreadWords(outline.unread)}`;
    const nodes = String(countNodes(outline)).padStart(6);
    return `${name.padEnd(widest)}  ${nodes} nodes · ${outline.lang ?? 'no language'}${unread}`;
  });
  const measure = outlined[0]?.name ?? '';
  const parts = comparisons.flatMap((comparison) => ['', ...comparisonLines(comparison, measure)]);
  return [...facts, ...parts, '', agree ? 'They say the same.' : 'They do not say the same.', ''].join('\n');
}

function comparisonLines({ name, differences, notCompared }: Comparison, measure: string): string[] {
  const limits =
    notCompared.length === 0
      ? []
      : [`  not compared, since one of the formats does not say it: ${notCompared.join('; ')}`];
  if (differences.length === 0) return [`${name} agrees with ${measure}.`, ...limits];
  const count = differences.length === 1 ? 'one place' : `${differences.length} places`;
  const shown = differences
    .slice(0, most)
    .flatMap(({ path: at, otherPath, message }, index) => [
      `  ${index + 1}. ${message}`,
      `     ${measure}: ${at}`,
      `     ${name}: ${otherPath}`,
    ]);
  const more = differences.length > most ? [`  … and ${differences.length - most} more; --json has all.`] : [];
  return [`${name} parts from ${measure} in ${count}:`, ...shown, ...more, ...limits];
}
