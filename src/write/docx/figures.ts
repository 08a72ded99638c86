/** Figures with their captions, and the languages that a document is to be had in. */
import { AlignmentType, type Paragraph, type ParagraphChild } from 'docx';
import { designFigure } from '../../design/parts.ts';
import { onPage, strongWeight } from '../../design/place.ts';
import { designCaption } from '../../design/tables.ts';
import type { Chart, Figure, Inlines, Languages } from '../../model/document.ts';
import type { Table } from '../../model/table.ts';
import type { Theme } from '../../theme/theme.ts';
import { type Flow, frameOf, styled, type Write } from './flow.ts';
import { bookmark, hyperlink, type RunFormat, referred, runs, textRun } from './inlines.ts';
import { continuedStyle } from './lists.ts';
import { pictureBox, pictureRuns } from './pictures.ts';
import type { FlowPiece } from './rows.ts';
import { sequence } from './sequences.ts';
import type { Story } from './story.ts';

export function figure(node: Figure, flow: Flow, story: Story, write: Write): FlowPiece[] {
  const own = isInColumn(node) ? 'ColumnPicture' : 'Picture';
  const style = flow.item === null ? own : continuedStyle(flow.item.level);
  const side = node.placing?.side === 'right' ? { alignment: AlignmentType.END } : {};
  const format = { keepNext: true, ...side };
  return [styled(style, picture(node, flow, story), flow, story, format), ...underFigure(node, flow, story, write)];
}

/** A code and a picture at a side stand in the text's column, where others take the page's whole width. */
function isInColumn({ look, placing }: Figure): boolean {
  return look === 'qr' || placing !== null;
}

/** The caption and what the picture tells at length. */
export function underFigure(node: Figure, flow: Flow, story: Story, write: Write): FlowPiece[] {
  const description = node.description === null ? [] : write(node.description, flow, story);
  return [...caption(node, flow, story), ...description];
}

/**
 * As wide as the page between its margins; in a list, a column or on a ground, as wide as its text. A code is small, and a picture
 * at a side as wide as its part of that: its caption stays under it, as words beside it would take a frame, which readers get lost in.
 */
export function picture(node: Figure, flow: Flow, story: Story): ParagraphChild[] {
  const { width } = frameOf(flow, story.theme);
  const rail = flow.item === null && flow.ground === null ? story.theme.page.rail : 0;
  return pictureRuns(node.image, pictureBox(node, width, width - rail, story.theme), story);
}

function caption(node: Figure, flow: Flow, story: Story): Paragraph[] {
  const captionContent = captionRuns(node, flow, story);
  const credit = node.credit === null ? [] : runs(node.credit, { lang: flow.lang, style: 'Credit' }, story);
  const own = isInColumn(node) ? 'ColumnCaption' : 'Caption';
  const style = flow.item === null ? own : 'ListContinueCaption';
  // A list of figures takes the whole paragraph of a number.
  if (node.number !== null && credit.length > 0) {
    const format = { keepNext: true, spacing: { after: 0 } };
    return [styled(style, captionContent, flow, story, format), styled(style, credit, flow, story)];
  }
  const gap = captionContent.length > 0 && credit.length > 0 ? [textRun(' ', flow, story)] : [];
  const words = [...captionContent, ...gap, ...credit];
  return words.length === 0 ? [] : [styled(style, words, flow, story)];
}

/** The number and the words of a caption, named for references. */
export function captionRuns(node: Figure | Table | Chart, flow: Flow, story: Story): ParagraphChild[] {
  const format = numberFormat(node, flow, story.theme);
  const number = node.number === null ? [] : sequence(node.number, format, story);
  const words: Inlines = node.caption ?? [];
  const gap = number.length > 0 && words.length > 0 ? [textRun('. ', format, story)] : [];
  const { id } = node;
  const named = id === null || number.length === 0 ? number : [referred(id.value, number, story)];
  const children = [...named, ...gap, ...runs(words, flow, story)];
  return id === null ? children : [bookmark(id.value, children, story)];
}

/** How the number is set: in a character style for its colour, and in its own weight. On a ground it has the colour of its words. */
function numberFormat(node: Figure | Table | Chart, { lang, ground, cover }: Flow, theme: Theme): RunFormat {
  if ((ground !== null && ground !== 'column') || cover) return { lang, strong: true };
  const isFigure = node.type === 'figure';
  const { style, weight } = isFigure ? designFigure(node, onPage, theme).number : designCaption(theme).number;
  const bold = (weight ?? theme.styles[style].page.weight) >= strongWeight;
  return { lang, style: isFigure ? 'FigureNumber' : 'TableNumber', bold };
}

export function languages(node: Languages, flow: Flow, story: Story): Paragraph {
  const entries = node.editions.map(({ lang, name }): ParagraphChild => {
    if (lang === story.document.lang) return textRun(name, { lang, strong: true }, story);
    const edition = { value: lang, from: node.at };
    return hyperlink({ type: 'edition', edition }, [textRun(name, { lang, link: true }, story)], story);
  });
  const children = entries.flatMap((entry, index) =>
    index === 0 ? [entry] : [textRun(' | ', { lang: flow.lang }, story), entry],
  );
  return styled('Languages', children, flow, story);
}
