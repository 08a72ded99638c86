/**
 * An outline as far as Markdown says it: no parts beside the flow but quotes and boxes with a name, terms as items, captions as paragraphs, one line of
 * heads and no spans in tables.
 */
import { gridOf } from '../grid.ts';
import {
  type AnyNode,
  type OutlineCell,
  type OutlineItem,
  type OutlineNode,
  type OutlineParagraph,
  type OutlineRow,
  type OutlineRun,
  type OutlineTable,
  textOf,
} from '../outline.ts';
import { tidy } from '../text.ts';

export function reduceToMarkdown(nodes: readonly AnyNode[]): OutlineNode[] {
  return nodes.flatMap(reduce);
}

function reduce(node: AnyNode): OutlineNode[] {
  switch (node.role) {
    case 'heading':
      return [{ role: 'heading', level: Math.min(node.level, 6), runs: runs(node.runs) }];
    case 'paragraph':
    case 'caption':
      return [{ role: 'paragraph', runs: runs(node.runs) }];
    case 'figure':
      return [paragraphOf([node])];
    case 'list':
      return [{ role: 'list', ordered: node.ordered, children: numbered(node.children).map(item) }];
    case 'terms':
      return [{ role: 'list', ordered: false, children: node.children.map(item) }];
    case 'quote':
      return [{ role: 'quote', children: reduceToMarkdown(node.children) }];
    case 'aside': {
      const children = reduceToMarkdown(node.children);
      const [first] = children;
      const named = node.label === null || (first?.role === 'paragraph' && textOf(first.runs).trim() === node.label);
      return [named ? { role: 'quote', children } : { role: 'aside', label: node.label, children }];
    }
    case 'note':
      return [{ ...node, children: reduceToMarkdown(node.children) }];
    case 'table':
      return [table(node)];
    case 'contents':
      return [{ ...node, children: node.children.map((entry) => ({ ...entry, runs: runs(entry.runs) })) }];
    case 'entry':
      return [paragraphOf(node.runs)];
    default:
      return reduceToMarkdown(node.children);
  }
}

const item = ({ children, number }: OutlineItem): OutlineItem => ({
  ...(number === undefined ? {} : { number }),
  role: 'item',
  children: reduceToMarkdown(children),
});

/** Items count on from the first number. */
function numbered(items: readonly OutlineItem[]): readonly OutlineItem[] {
  const first = items[0]?.number ?? 1;
  return items.map(({ number: _, ...rest }, index) => (first === 1 ? rest : { ...rest, number: first + index }));
}

function paragraphOf(all: readonly OutlineRun[]): OutlineParagraph {
  return { role: 'paragraph', runs: runs(all) };
}

function runs(all: readonly OutlineRun[]): OutlineRun[] {
  return tidy(
    all.flatMap((run): OutlineRun[] => {
      if (run.role === 'mark') return [];
      const text = run.role === 'text' ? run.text : (run.alt ?? '');
      // What leads to a caption without words leads nowhere.
      const target = run.target === '#?' ? null : run.target;
      const stress = run.role === 'text' && run.stress !== undefined ? { stress: run.stress } : {};
      return [{ role: 'text', text, lang: run.lang, target, ...stress }];
    }),
  );
}

function table(node: OutlineTable): OutlineTable {
  const { rows, width } = gridOf(node);
  const empty = () => Array.from({ length: width }, (): readonly OutlineNode[] => []);
  const heads = empty();
  const lines = rows.flatMap(({ row, cells, reaching }) => {
    const line = empty();
    for (const { cell, column } of reaching) line[column] = repeated(cell);
    for (const { cell, column } of cells) {
      const nodes = cell.children.flatMap(leaves);
      line[column] = nodes;
      if (row.part === 'head')
        for (let at = column; at < column + cell.colSpan; at += 1) heads[at] = [...(heads[at] ?? []), ...nodes];
    }
    return row.part === 'head' ? [] : [line];
  });
  return { role: 'table', children: [heads, ...lines].map(rowOf) };
}

/** What the rows that a cell reaches into have of it: words, and no picture. */
function repeated(cell: OutlineCell): readonly OutlineNode[] {
  return cell.children.some(hasPicture) ? [] : cell.children.flatMap(leaves);
}

function hasPicture(node: AnyNode): boolean {
  if ('runs' in node) return false;
  if (node.role === 'figure') return true;
  const children: readonly AnyNode[] = node.children;
  return children.some(hasPicture);
}

function rowOf(line: readonly (readonly OutlineNode[])[], index: number): OutlineRow {
  const header = index === 0;
  const cells = line.map((children): OutlineCell => {
    return { role: 'cell', header, scope: header ? 'column' : null, rowSpan: 1, colSpan: 1, children };
  });
  return { role: 'row', part: header ? 'head' : 'body', children: cells };
}

function leaves(node: AnyNode): OutlineNode[] {
  if (node.role === 'figure') return [paragraphOf([node])];
  if ('runs' in node) return [paragraphOf(node.runs)];
  const children: readonly AnyNode[] = node.children;
  return children.flatMap(leaves);
}
