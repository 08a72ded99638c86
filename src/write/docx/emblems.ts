/** Rows of emblems: slots all of one size, so that no owner's is smaller than another's. */
import { AlignmentType, BorderStyle, type IBordersOptions, type Paragraph, ShadingType } from 'docx';
import { designEmblems } from '../../design/parts.ts';
import type { Emblem, Emblems } from '../../model/document.ts';
import { shown } from '../../model/nodes.ts';
import type { Theme } from '../../theme/theme.ts';
import { type Flow, type ParagraphFormat, styled, within } from './flow.ts';
import { runs } from './inlines.ts';
import { linesOf } from './measure.ts';
import { pictureRuns } from './pictures.ts';
import { CellRow, type FlowPiece } from './rows.ts';
import type { Story } from './story.ts';
import { type Style, typeOf } from './style.ts';
import { hex, twips } from './units.ts';

/** Where one more fits in a row so, slots are a little narrower; one below the other they are lower. In points. */
function slotOf({ looks }: Theme) {
  const { word, gap } = looks.emblems;
  const { emblems, row } = looks.word;
  return { ...word, gap: gap.word, before: emblems.before, rowAfter: row.after };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** As many in a row as fit beside each other. A frame's line is drawn outside its text. */
export function emblems(node: Emblems, flow: Flow, story: Story): FlowPiece[] {
  const slot = slotOf(story.theme);
  const count = node.items.length;
  const fitting = (room: number) =>
    flow.held ? 1 : Math.max(1, Math.floor((room + slot.gap) / (slot.least + slot.gap)));
  const { rail } = story.theme.page;
  // They stand with the text, or from the margin where all fit in one row only so.
  const wide =
    flow.cover || flow.ground !== null || (count > fitting(flow.width - rail) && count <= fitting(flow.width));
  const start = wide ? 0 : rail;
  const room = flow.width - start;
  const most = Math.min(count, fitting(room), story.theme.large === null ? count : 1);
  const width = Math.min(slot.width, room, (room + slot.gap) / most - slot.gap);
  return chunks(node.items, most).map((items, row): FlowPiece => {
    const paragraphs = items.map((emblem, index) => {
      const left = index === 0 ? start : 0;
      const right =
        index < items.length - 1 ? 0 : flow.width - start - items.length * width - (items.length - 1) * slot.gap;
      // Frames one below the other, with one indent, would be one frame.
      const indent = { left: twips(left + 1) + (row % 2), right: twips(Math.max(0, right) + 1) };
      const spacing = flow.cover || flow.held || items.length > 1 ? {} : { spacing: { before: twips(slot.before) } };
      const size = { width, height: flow.held ? slot.low : slot.height };
      return emblemParagraph(emblem, size, within(flow, emblem), { indent, ...spacing }, story);
    });
    const [alone] = paragraphs;
    if (paragraphs.length === 1 && alone !== undefined) return alone;
    const rest = flow.width - (items.length - 1) * (width + slot.gap) - start;
    const widths = items.map((_, index) => (index === 0 ? start + width : index < items.length - 1 ? width : rest));
    return new CellRow(
      paragraphs.map((emblem) => [emblem]),
      widths,
      slot.gap,
      slot.rowAfter,
    );
  });
}

export function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return items.flatMap((_, index) => (index % size === 0 ? [items.slice(index, index + size)] : []));
}

function emblemParagraph(emblem: Emblem, size: Size, flow: Flow, format: ParagraphFormat, story: Story): Paragraph {
  const { name, picture } = emblem;
  if (picture !== null) return styled('Emblem', pictureRuns({ picture, alt: name }, size, story), flow, story, format);
  const lines = linesOf(name.value, 'slot', size.width - 2, story.theme);
  const plain = lines === 1 && size.height === slotOf(story.theme).height;
  const frame = plain ? {} : { border: slotFrame(story.theme, lines, size.height) };
  return styled('EmblemSlot', runs(shown(name), flow, story), flow, story, { ...format, ...frame });
}

/** A frame of one height around words of so many lines. Word has up to 31 points between a border and its text. */
export function slotFrame(theme: Theme, lines: number, height = slotOf(theme).height): IBordersOptions {
  const edge = (space: number) => ({
    style: BorderStyle.SINGLE,
    size: Math.round(theme.looks.emblems.border.width.word * 8),
    color: hex(theme, theme.looks.emblems.border.color),
    space,
  });
  const above = Math.min(31, Math.max(1, Math.floor((height - lines * theme.styles.slot.page.leading) / 2)));
  return { top: edge(above), left: edge(0), bottom: edge(above), right: edge(0) };
}

/** A slot for a logo: a frame 18 mm high with the owner's words in the middle; a logo takes the words' place. */
export function emblemStyles(theme: Theme): Style[] {
  const space = { before: 0, after: theme.looks.word.emblems.after };
  const { run, paragraph } = typeOf(theme, 'slot', space);
  const border = slotFrame(theme, 1);
  const shading = { type: ShadingType.CLEAR, color: 'auto', fill: hex(theme, designEmblems(theme).ground) };
  const framed = { ...paragraph, border, shading, alignment: AlignmentType.CENTER, keepLines: true };
  return [
    { id: 'Emblem', name: 'Emblem', custom: true, basedOn: 'Normal', run, paragraph: { spacing: paragraph.spacing } },
    { id: 'EmblemSlot', name: 'Emblem Slot', custom: true, basedOn: 'Emblem', run, paragraph: framed },
  ];
}
