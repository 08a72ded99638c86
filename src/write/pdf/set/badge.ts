/** The badge of an edition: on a ground no wider than its words, beside the languages on the cover. */
import type { Cover } from '../../../model/document.ts';
import { breakRuns } from '../text/inlines.ts';
import { breakLines } from '../text/lines.ts';
import { plainRow } from './grid.ts';
import type { LayoutNode, Margin } from './node.ts';

/** What stands over the title of a cover, with its badge in its place; `whole` is the width of the page's text, in points. */
export function withBadge({ before }: Cover, nodes: readonly LayoutNode[], whole: number): readonly LayoutNode[] {
  const at = before.findIndex((block) => block.type === 'aside' && block.look === 'edition');
  const own = nodes[at];
  if (own === undefined) return nodes;
  const badge = asBadge(own, whole);
  const languages = before[at - 1]?.type === 'languages' ? nodes[at - 1] : undefined;
  return languages === undefined || languages.absolutePosition !== undefined
    ? nodes.toSpliced(at, 1, badge)
    : nodes.toSpliced(at - 1, 2, inRow(languages, badge, whole));
}

function asBadge(node: LayoutNode, whole: number): LayoutNode {
  const [words] = 'stack' in node ? node.stack : [];
  if (words === undefined || !('runs' in words)) return node;
  const [left, top, , bottom] = node.margin ?? none;
  const [line] = breakLines(breakRuns(words.runs, words.lang), whole);
  const width = Math.min(whole - 2 * left, Math.ceil((line?.getWidth() ?? whole) + 1));
  return { ...node, margin: [left, top, whole - left - width, bottom] };
}

/** The words of both on one line, the badge at its end. */
function inRow(languages: LayoutNode, badge: LayoutNode, whole: number): LayoutNode {
  const [left, top, right, bottom] = badge.margin ?? none;
  const wide = whole - right + left;
  const cells = [0, 1].map((column) => ({ child: column, column, columnSpan: 1, rowSpan: 1 }));
  return {
    stack: [
      { stack: [languages], margin: [0, top, 0, 0] },
      { ...badge, margin: [left, top, left, 0] },
    ],
    grid: { widths: [whole - wide, wide], gap: 0, rows: [{ ...plainRow, cells }], headRows: 0 },
    margin: [0, 0, 0, bottom],
    keepTogether: true,
  };
}

const none: Margin = [0, 0, 0, 0];
