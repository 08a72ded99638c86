/** What tables and charts say of themselves. */
import { designCaption } from '../../../design/tables.ts';
import type { Captioned, Inlines } from '../../../model/document.ts';
import type { Table } from '../../../model/table.ts';
import type { StructureElement } from '../tag/structure.ts';
import type { StyledRun } from '../text/inlines.ts';
import type { LayoutNode } from './node.ts';
import { runsOf } from './runs.ts';
import { type Inset, type SetContext, styleOf } from './setting.ts';

/** Whether a table or chart says anything of itself. */
export function isCaptioned({ number, caption, summary }: Pick<Table, 'number' | 'caption' | 'summary'>): boolean {
  return number !== null || caption !== null || summary !== null;
}

/** The caption of a table or chart above it: its number and what it finds, then what is counted. Kept with what it names. */
export function setCaption(
  captioned: Captioned & { readonly summary: Inlines | null },
  element: StructureElement,
  frame: Inset,
  setting: SetContext,
): LayoutNode[] {
  const { type } = setting;
  const caption = element.add('Caption');
  const design = designCaption(setting.job.theme);
  const { before, after } = design;
  const { caption: room } = setting.job.theme.looks.paged;
  const style = styleOf(design.words, type);
  const label = styleOf(design.number, type);
  const number: StyledRun[] =
    captioned.number === null
      ? []
      : [
          {
            text: `${captioned.number}. `,
            style: label,
            slot: caption.slot(`${captioned.number}.`),
            link: null,
            lineEnd: false,
          },
        ];
  const words = runsOf(captioned.caption ?? [], caption, style, setting);
  const heading = [...number, ...words];
  const lines: LayoutNode = {
    text: '',
    runs: heading,
    lang: frame.lang,
    margin: [0, before.page, 0, room.summary],
    keepWithNext: true,
  };
  if (captioned.summary === null) return [{ ...lines, margin: [0, before.page, 0, after.page] }];
  // The two are one text to those who read it without its lines.
  const space = heading.length === 0 ? [] : [{ text: ' ', style, slot: caption.slot(' '), link: null, lineEnd: false }];
  const summary = { ...smallText(captioned.summary, caption, frame, setting, room.after), keepWithNext: true };
  return heading.length === 0 ? [summary] : [{ ...lines, runs: [...heading, ...space] }, summary];
}

/** What it costs that a page begins with the source of a table or chart that is on the page before: nothing costs as much. */
const ofSource = 10_000;

/** The source under a table or chart. */
export function sourceText(...args: Parameters<typeof smallText>): LayoutNode {
  return { ...smallText(...args), parting: ofSource, keepWithBefore: true };
}

function smallText(
  words: Inlines,
  element: StructureElement,
  frame: Inset,
  setting: SetContext,
  after: number,
): LayoutNode {
  const runs = runsOf(words, element, styleOf(designCaption(setting.job.theme).source, setting.type), setting);
  return { text: '', runs, lang: frame.lang, margin: [0, 0, 0, after] };
}
