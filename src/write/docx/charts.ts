/** Charts: a drawing with words written from its data, and the data as a table after it. */
import { drawChart } from '../../chart/chart.ts';
import type { Chart } from '../../model/document.ts';
import { textArea } from '../../theme/page-size.ts';
import { type Flow, frameOf, styled, type Write } from './flow.ts';
import { continuedStyle } from './lists.ts';
import { artOfSvg, inlineArt } from './pictures.ts';
import type { FlowPiece } from './rows.ts';
import type { Story } from './story.ts';
import { captionAbove, captionWords, grid, sourceBelow } from './tables.ts';

/** Drawn as wide as the text; a chart that is higher than a page leaves room for is made smaller, in large print parted. */
export function chart(node: Chart, flow: Flow, story: Story, write: Write): FlowPiece[] {
  const { theme } = story;
  const frame = frameOf(flow, theme);
  const most = textArea(theme.page).height * (theme.large === null ? highest : highestLarge);
  const draw = async () => {
    const options = { width: frame.width, lang: flow.lang, ...(theme.large === null ? {} : { most }) };
    const { parts } = await drawChart(node, theme, options);
    const arts = await Promise.all(parts.map((part) => artOfSvg(part.svg, part, 3)));
    const [first, ...more] = arts.map((art) => {
      const scale = Math.min(1, most / art.height);
      return { ...art, width: art.width * scale, height: art.height * scale };
    });
    if (first === undefined) throw new Error('a chart without a drawing');
    return { ...first, more };
  };
  const style = flow.item === null ? 'Picture' : continuedStyle(flow.item.level);
  const words = node.caption === null ? null : captionWords(node);
  return [
    ...captionAbove(node, node.summary, flow, story),
    styled(style, [inlineArt({ subject: node, draw }, node.alt, story)], flow, story, {
      keepNext: node.source !== null,
      // Its parts are lines: two of them would not stand under the caption.
      ...(theme.large === null ? {} : { widowControl: false }),
    }),
    ...(node.source === null ? [] : sourceBelow(node.source, flow, story)),
    grid(node.table, words, frame, flow, story, write),
    ...sourceBelow(null, flow, story),
  ];
}

/** So much of a page's text area a chart takes at most. */
const highest = 0.85;
/** A caption of large print has several lines, which stay with it. */
const highestLarge = 0.8;
