/** An outline as text for people: one line a node, children indented; `{en: …}` for another language, `[…](…)` for a link. */
import type { AnyNode, Outline, OutlineCell, OutlineFigure, OutlineRun, Unread, UnreadKind } from './outline.ts';

export function printOutline(outline: Outline): string {
  const lines = outline.nodes.flatMap((node) => nodeLines(node, outline.lang, ''));
  const title = outline.title === null ? '' : `, title “${outline.title}”`;
  return [`language ${outline.lang ?? 'not stated'}${title}`, ...lines, ...unreadLines(outline.unread), ''].join('\n');
}

function unreadLines(unread: readonly Unread[]): string[] {
  return unread.length === 0 ? [] : [unreadWords(unread)];
}

/** Such as “not read: 1 formula, 2 form fields”. */
export function unreadWords(unread: readonly Unread[]): string {
  return `not read: ${unread.map(countOf).join(', ')}`;
}

const plurals: Partial<Record<UnreadKind, string>> = {
  'video or sound': 'videos or sounds',
  'link without words': 'links without words',
};

function countOf({ what, count }: Unread): string {
  if (count === 1) return `1 ${what}`;
  return `${count} ${plurals[what] ?? `${what}s`}`;
}

function nodeLines(node: AnyNode, lang: string | null, indent: string): string[] {
  if ('runs' in node) return [`${indent}${title(node)}  ${node.runs.map((run) => runText(run, lang)).join('')}`];
  if (node.role === 'figure') return [`${indent}${marked(figureText(node), node, lang)}`];
  const children: readonly AnyNode[] = node.children;
  return [`${indent}${title(node)}`, ...children.flatMap((child) => nodeLines(child, lang, `${indent}  `))];
}

/** The role of a node with what belongs to it, such as `heading 2` or `list, ordered`. */
export function title(node: AnyNode): string {
  switch (node.role) {
    case 'heading':
      return `heading ${node.level}`;
    case 'list':
      return `list${node.ordered ? ', ordered' : ''}`;
    case 'item':
      return node.number === undefined ? 'item' : `item, number ${node.number}`;
    case 'aside':
      return node.label === null ? 'aside' : `aside “${node.label}”`;
    case 'entry':
      return `entry ${node.level}`;
    case 'row':
      return node.part === 'body' ? 'row' : `row of ${node.part}`;
    case 'cell':
      return cellTitle(node);
    case 'note':
      return node.label === null ? 'note' : `note ${node.label}`;
    default:
      return node.role;
  }
}

function cellTitle(cell: OutlineCell): string {
  const spans = [cell.colSpan > 1 ? `${cell.colSpan} columns` : '', cell.rowSpan > 1 ? `${cell.rowSpan} rows` : ''];
  const scope = cell.scope === null ? 'header' : `header of ${cell.scope}`;
  return [cell.header ? scope : 'cell', ...spans].filter((part) => part !== '').join(', ');
}

function runText(run: OutlineRun, lang: string | null): string {
  if (run.role === 'mark') return `‹note${run.label === null ? '' : ` ${run.label}`}›`;
  return marked(run.role === 'text' ? run.text : `‹${figureText(run)}›`, run, lang);
}

function marked(text: string, { lang, target }: OutlineRun, around: string | null): string {
  const inLanguage = lang === around ? text : `{${lang ?? 'no language'}: ${text}}`;
  return target === null ? inLanguage : `[${inLanguage}](${target})`;
}

function figureText({ alt }: OutlineFigure): string {
  return alt === null ? 'figure without alternative text' : `figure “${alt}”`;
}
