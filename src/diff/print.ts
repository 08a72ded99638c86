/** A difference for people. */
import type { Published } from './published.ts';

type Change = Published['changes'][number];

const basis: Readonly<Record<Published['basis'], string>> = {
  same: 'made from this data',
  embedded: 'made from other data, which it carries: what has changed in both is reported as a conflict',
  other: 'made from OTHER data than this file, and does not carry it: compared by the words that it was made with',
  unknown: 'does not say what it was made from: paragraphs are known by their words alone',
};

/** A line for each fact; texts are whole where nothing is alike in them, else from where they begin to differ. */
export function printDifference(found: Published): string {
  const head = `${found.document} (${found.lang}): ${basis[found.basis]}.`;
  const lines = [head, '', ...found.changes.flatMap(linesOf), ...found.comments.flatMap(commentLines), summary(found)];
  return `${lines.join('\n')}\n`;
}

function linesOf(change: Change): readonly string[] {
  return [...linesOfChange(change), ''];
}

/** One change, for a list or a question. */
export function linesOfChange({
  number,
  kind,
  path,
  at,
  before,
  after,
  applicable,
  conflict,
  note,
  revisions,
}: Change): readonly string[] {
  const [was, is] = before === null || after === null ? [before, after] : excerpts(before, after);
  const status = conflict ? ' – CONFLICT: the data has changed here too' : applicable ? '' : ' – not taken over';
  return [
    `${number}. ${names[kind]} ${path}${status}`,
    `   ${at.file}:${at.line}:${at.column}`,
    ...(was === null ? [] : [`   - ${oneLine(was)}`]),
    ...(is === null ? [] : [`   + ${oneLine(is)}`]),
    ...(note === null ? [] : [`   ${note}`]),
    ...[...new Set(revisions.map((each) => `   tracked ${each.type}: ${by(each)}`))],
  ];
}

const names: Readonly<Record<Change['kind'], string>> = {
  text: 'Words of',
  marks: 'Marks of',
  alternative: 'Alternative text of',
  added: 'New at',
  removed: 'Gone:',
  replaced: 'Replaced at',
  moved: 'Order of',
  structure: 'Kind of',
  look: 'Set apart in',
};

function by({ author, date }: { readonly author: string; readonly date: string }): string {
  return [author === '' ? 'unnamed' : author, date].filter((part) => part !== '').join(', ');
}

function commentLines(comment: Published['comments'][number]): readonly string[] {
  const { path, at, text, quote, resolved } = comment;
  return [
    `Comment at ${path}${resolved ? ' (resolved)' : ''}: ${by(comment)}`,
    `   ${at.file}:${at.line}:${at.column}`,
    ...(quote === '' ? [] : [`   on “${oneLine(quote)}”`]),
    ...text.split('\n').map((line) => `   ${line}`),
    '',
  ];
}

function summary({ changes, comments }: Published): string {
  const ready = changes.filter(({ applicable, applied }) => applicable && !applied).length;
  const applied = changes.filter((change) => change.applied).length;
  const counts = [
    changes.length === 0 ? 'No changes' : `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`,
    ...(applied === 0 ? [] : [`${applied} taken over`]),
    ...(ready === 0 ? [] : [`${ready} can be taken over with --apply`]),
    ...(comments.length === 0 ? [] : [`${comments.length} ${comments.length === 1 ? 'comment' : 'comments'}`]),
  ];
  return `${counts.join(', ')}.`;
}

const most = 400;

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, (space) => (space.includes('\n') ? ' ¶ ' : space));
  return line.length > most ? `${line.slice(0, most)}…` : line;
}

/** Two texts without what both begin and end with, but for some words around. */
function excerpts(before: string, after: string): readonly [string, string] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const room = Math.min(before.length, after.length) - start;
  while (end < room && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const from = wordStart(before, start);
  const cut = (text: string) => {
    const to = Math.min(text.length, text.length - end + 30);
    return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
  };
  return [cut(before), cut(after)];
}

function wordStart(text: string, index: number): number {
  if (index <= 40) return 0;
  const space = text.indexOf(' ', index - 40);
  return space < 0 || space >= index ? index - 40 : space + 1;
}
