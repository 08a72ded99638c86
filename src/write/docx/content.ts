/** Blocks of the Document as what Word sets: paragraphs with styles, tables, drawings. */
import { type ParagraphChild, TextRun } from 'docx';
import { designOf } from '../../design/design.ts';
import { leadsIn } from '../../design/kept.ts';
import { onPage } from '../../design/place.ts';
import { localeOf } from '../../language/languages.ts';
import type { Aside, Block, Blocks, Composed, Paragraph, Section } from '../../model/document.ts';
import { madeOf } from '../../model/kinds.ts';
import { textArea } from '../../theme/page-size.ts';
import type { Theme } from '../../theme/theme.ts';
import { chart } from './charts.ts';
import { contents } from './contents.ts';
import { emblems } from './emblems.ts';
import { figure, languages } from './figures.ts';
import { type Flow, type ParagraphFormat, paragraphStyle, styled, textWidth, within } from './flow.ts';
import { boxOf, groundOf, iconArt } from './grounds.ts';
import { bookmark, referred, runs, textRun } from './inlines.ts';
import { list } from './items.ts';
import { artOf, inlineArt } from './pictures.ts';
import { roomOf } from './room.ts';
import { type FlowPiece, Turned } from './rows.ts';
import type { Story } from './story.ts';
import { unlistedStyle } from './styles.ts';
import { table } from './tables.ts';
import { columns, quote, terms } from './terms.ts';

/** A part of the body that begins a page. */
export interface BodyPart {
  readonly pieces: readonly FlowPiece[];
  /** The section that opens it, where it is the only one in it. */
  readonly section: Section | null;
  /** It opens under lanes that turn out at the corner. */
  readonly opens: boolean;
}

export function flowOf(story: Story): Flow {
  const { lang } = story.document;
  const place = { depth: 0, ground: null, item: null, cover: false, held: false, text: null, words: null };
  return { lang, ...place, width: textWidth(story.theme) };
}

/**
 * The body in the parts that begin new pages: each section that opens so, with those after it that don't. Where none
 * does, the last section stands on the back page with the imprint, if the two are more than a few lines on it; large print has no
 * back page, and runs on.
 */
export function bodyParts(story: Story, head: boolean): BodyPart[] {
  const { body, imprint, lang } = story.document;
  const flow = flowOf(story);
  const begins = (section: Section) => designOf(section, onPage, story.theme).newPage;
  const openings = body.some(begins);
  const back = imprint === null ? [] : [...body.slice(-1), ...imprint.blocks];
  const hasBack = story.theme.large === null && partOfPage(back, story.theme) > little;
  const groups =
    openings || head ? grouped(body, begins, story.theme) : hasBack ? [body.slice(0, -1), body.slice(-1)] : [body];
  const parts = groups.map((sections, index): BodyPart => {
    const [first = null] = sections;
    const opens = openings ? first !== null && begins(first) : index === 0;
    return { pieces: pieces(sections, flow, story), section: sections.length === 1 ? first : null, opens };
  });
  const closing = imprint === null ? [] : pieces(imprint.blocks, { ...flow, lang: imprint.lang ?? lang }, story);
  const last = parts.at(-1);
  const closed = last === undefined ? [] : [{ ...last, pieces: [...last.pieces, ...closing] }];
  return [...parts.slice(0, -1), ...closed].filter((part) => part.pieces.length > 0);
}

/** Of a page: chapters that take no more together share it; under so little of one any chapter follows. */
const shared = 0.9;
const little = 1 / 3;

/**
 * Short chapters run on: Word sets the pages itself, and a page with a sentence on it looks like a mistake. In large print all do:
 * who reads it with a magnifier takes white for the end.
 */
function grouped(
  body: readonly Section[],
  begins: (section: Section) => boolean,
  theme: Theme,
): readonly (readonly Section[])[] {
  const groups: Section[][] = [];
  for (const section of body) {
    const last = groups.at(-1);
    const before = partOfPage(last ?? [], theme);
    const isFull = theme.large === null && before > little && before + partOfPage([section], theme) > shared;
    if (last === undefined || (begins(section) && isFull)) groups.push([section]);
    else last.push(section);
  }
  return groups;
}

function partOfPage(blocks: Blocks, theme: Theme): number {
  return roomOf(blocks, textWidth(theme), theme) / textArea(theme.page).height;
}

export function pieces(blocks: Blocks, flow: Flow, story: Story): FlowPiece[] {
  return blocks.flatMap((node, index) => {
    // A sentence that leads to a list stays with it, words with whose they are, the lead of a part with what it leads into.
    const next = blocks[index + 1];
    const isLead = next !== undefined && node.type === 'paragraph' && node.look === 'lead';
    const leads = isLead || next?.type === 'list' || leadsIn(node, next);
    const format = leads && flow.text === null ? { keepNext: true } : {};
    return block(node, within(flow, node), format, story);
  });
}

export function block(node: Block, flow: Flow, format: ParagraphFormat, story: Story): FlowPiece[] {
  switch (node.type) {
    case 'section':
      return section(node, flow, story);
    case 'paragraph': {
      const box = flow.ground === null ? null : boxOf(flow.ground, story.theme);
      const setting = box !== null && box.ground === null ? { ...flow, light: true } : flow;
      const words = [...boxIcon(node, flow, story), ...runs(node.children, setting, story)];
      return [styled(paragraphStyle(node, flow, story.theme), words, flow, story, format)];
    }
    case 'list':
      return list(node, flow, story, pieces);
    case 'terms':
      return terms(node, flow, format, story, pieces);
    case 'aside':
      return aside(node, flow, story);
    case 'figure':
      return figure(node, flow, story, pieces);
    case 'table':
      return table(node, flow, story, pieces);
    case 'chart':
      return chart(node, flow, story, pieces);
    case 'quote':
      return quote(node, flow, story, pieces);
    case 'contents':
      return contents(node, flow, story);
    case 'columns':
      return columns(node, flow, story, pieces);
    case 'emblems':
      return emblems(node, flow, story);
    case 'languages':
      return [languages(node, flow, story)];
    default:
      return pieces(madeOf(node satisfies Composed, story.document.lang), flow, story);
  }
}

/** A heading stays with what it heads, also where that stands on a turned page. */
function section(node: Section, flow: Flow, story: Story): FlowPiece[] {
  const inner = { ...flow, depth: flow.depth + 1 };
  const title = heading(node, inner, story);
  const [first, ...others] = pieces(node.blocks, inner, story);
  if (first instanceof Turned) return [new Turned([title, ...first.children]), ...others];
  return [title, ...(first === undefined ? [] : [first]), ...others];
}

/** Word has nine levels of headings. In a column they stand at its edge, above contents at the margin. */
function heading(node: Section, flow: Flow, story: Story) {
  const { id, number, title, blocks } = node;
  const { depth, ground } = flow;
  const counted = number === null ? null : story.headings.take(number, depth);
  const format: ParagraphFormat = {
    ...(story.numbered ? { numbering: { ...(counted ?? story.headings.none(depth)), instance: 0 } } : {}),
    ...(ground === 'column' || blocks[0]?.type === 'contents' ? { indent: { left: 0, hanging: 0 } } : {}),
    // Word sets the number like the paragraph's mark.
    ...(counted === null || flow.lang === story.document.lang
      ? {}
      : { run: { language: { value: localeOf(flow.lang) } } }),
  };
  const numberRun = number === null || counted !== null ? null : textRun(number, flow, story);
  const words = runs(title, flow, story);
  const children =
    numberRun === null
      ? [referred(id.value, words, story)]
      : [referred(id.value, [numberRun], story), textRun(' ', flow, story), ...words];
  return styled(
    story.places.isUnlisted(node) ? unlistedStyle(depth) : `Heading${Math.min(depth, 9)}`,
    [bookmark(id.value, children, story)],
    ground === 'column' ? { ...flow, ground: null } : flow,
    story,
    format,
  );
}

/** Before the first words of a box. */
function boxIcon(node: Paragraph, { ground, opens }: Flow, story: Story): ParagraphChild[] {
  const box = node !== opens || ground === null ? null : boxOf(ground, story.theme);
  const icon = box?.icon.word ?? 'none';
  if (box === null || icon === 'none') return [];
  const { iconColor: color } = box;
  const drawn = {
    subject: `${icon} ${color}`,
    draw: () => artOf(iconArt(icon, color, story.theme.looks.word.sign.attention), story.theme, 10),
  };
  return [inlineArt(drawn, null, story), new TextRun('\u00A0\u00A0')];
}

function aside(node: Aside, flow: Flow, story: Story): FlowPiece[] {
  const ground = groundOf(node.look, flow.ground, flow.cover, story.theme);
  return pieces(node.blocks, { ...flow, ground, held: true, opens: node.blocks[0] }, story);
}
