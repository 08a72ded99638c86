/** Page by page, what stands around the text: lanes, section rings, running heads and page numbers. */

import { undivided } from '../../../model/build.ts';
import type { Document, Section } from '../../../model/document.ts';
import { plain } from '../../../model/walk.ts';
import { draw } from '../../../theme/drawings.ts';
import { rectangle } from '../../../theme/lanes.ts';
import type { Measure } from '../../../theme/measure.ts';
import { textArea } from '../../../theme/page-size.ts';
import { colorOf, type PageGrid, type Theme } from '../../../theme/theme.ts';
import type { Job } from '../../targets.ts';
import { scaleOf } from '../set/cover.ts';
import { isSheet } from '../set/form.ts';
import type { LaidOut } from '../set/node.ts';
import type { RunStyle } from '../text/inlines.ts';
import { Type } from '../text/type.ts';
import { type Art, type PlacedOrnament, placedOn } from './ornament.ts';
import { runningHeads, shorten, widthOf } from './running-heads.ts';
import { footRule, headRules, type RuledLine, shortest } from './running-line.ts';

export type { RuledLine };

export interface Ring {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly stroke: number;
  readonly color: string;
}
/** Text of a page's head or foot: an artifact of its own kind (ISO 32000-1, 14.8.2.2.2). */
export interface FurnitureText {
  readonly kind: 'Header' | 'Footer';
  readonly text: string;
  readonly style: RunStyle;
  readonly x: number;
  readonly baseline: number;
  readonly align: 'left' | 'right';
}
/** What stands on a page around its text. */
export interface Furniture {
  readonly art: readonly Art[];
  readonly rings: readonly Ring[];
  readonly rules: readonly RuledLine[];
  readonly texts: readonly FurnitureText[];
}

export interface PageNumbering {
  /** Which pages are right-hand ones and which left-hand ones; null where all are alike. */
  readonly twoSided: boolean;
  /** How far text stands from the middle of the page towards its outer edge, in points. */
  readonly outwards: number;
  /** Pages at the start that are not counted: a cover that is printed by itself. */
  readonly covers: number;
}

const oneSided: PageNumbering = { twoSided: false, outwards: 0, covers: 0 };

/** How far the text of a page (from 0) is moved to the right: out of the fold of a booklet, whose first page is a right-hand one. */
export function shiftOf(index: number, { twoSided, outwards, covers }: PageNumbering): number {
  if (!twoSided || index < covers) return 0;
  return (index - covers) % 2 === 0 ? outwards : -outwards;
}

/**
 * The furniture of each page of a laid-out document; the first is its cover. What touches a page's edge goes on for the bleed.
 * A page without text has none.
 */
export function furnish(
  document: Document,
  { theme, numbered = true }: Pick<Job, 'theme' | 'numbered'>,
  laid: LaidOut,
  { bleed = 0, numbering = oneSided }: { readonly bleed?: number; readonly numbering?: PageNumbering } = {},
): Furniture[] {
  const { page } = theme;
  const pages = laid.pages.map(placedOn);
  const sections = new Map<string, Section>(document.body.map((section) => [section.id.value, section]));
  const sectionOf = (thing: PlacedOrnament | undefined) => sections.get(thing?.anchors[0]?.id ?? '');
  const titleOf = (thing: PlacedOrnament | undefined) => {
    const found = sectionOf(thing);
    return found && undivided(plain(found.title));
  };
  const sheet = isSheet(document);
  let section = '';
  return pages.map((placed, index) => {
    const { width, height } = laid.pages[index]?.pageSize ?? page;
    const shift = shiftOf(index, numbering);
    const size = { ...page, width, height, left: page.left + shift, right: page.right - shift };
    if (index === 0 && !sheet)
      return coverFurniture(theme, {
        ruled: document.cover.after.length === 0 || laid.rules.some((rule) => rule.page === 0),
        left: size.left,
        bleed,
      });
    const noted = laid.notesOf(index).length > 0;
    if (placed.length === 0 && !noted) return bare;
    const openings = placed.filter((thing) => thing.anchors.some((anchor) => anchor.level === 1));
    const highest = Math.min(...placed.map(({ top }) => top), size.top + theme.looks.page.opens);
    // What begins further down, or under words of another, is not yet the section of who comes to the page.
    const first = openings.find((thing) => thing.top <= highest);
    section = titleOf(first) ?? section;
    const left = numbering.twoSided && (index - numbering.covers) % 2 === 1;
    const facts = {
      sheet,
      openings,
      first: sectionOf(first) ?? null,
      section,
      number: index + 1 - numbering.covers,
      of: pages.length - numbering.covers,
      size,
      bleed,
      left,
      noted,
      numbered,
    };
    section = titleOf(openings.at(-1)) ?? section;
    return pageFurniture(document, theme, facts);
  });
}

export const bare: Furniture = { art: [], rings: [], rules: [], texts: [] };

/** Its rule begins where its text does, which a booklet moves out of the fold. */
function coverFurniture(
  theme: Theme,
  { ruled, left, bleed }: { readonly ruled: boolean; readonly left: number; readonly bleed: number },
): Furniture {
  const { page } = theme;
  const look = theme.looks.cover.plain;
  const scale = scaleOf(page);
  const rules = [look.rule].flatMap((rule): RuledLine[] => {
    if (rule === null || ruled) return [];
    const { color, width, length, bottom } = rule;
    const y = page.height - bottom * scale;
    return [{ x: left, y, width: length * scale, color: colorOf(theme, color).light, thickness: width.page }];
  });
  return { ...bare, art: coverArt(theme, bleed), rules };
}

function coverArt(theme: Theme, bleed: number): readonly Art[] {
  const { page, looks, large } = theme;
  if (looks.cover.plain.arrangement === 'field')
    return [{ drawing: draw(theme, 'cover', { ...page, bleed }), x: 0, y: 0 }];
  if (large === null || large.strip === 0) return [];
  // At the foot, in the same place of the page whatever the bleed is; under it goes on what it lies on.
  const drawing = draw(theme, 'masthead', { width: page.width, height: large.strip, bleed });
  const fill = drawing.shapes[0]?.fill ?? null;
  const under = bleed === 0 || fill === null ? [] : [rectangle(-bleed, 0, page.width + 2 * bleed, bleed, fill)];
  return [
    { drawing, x: 0, y: page.height - large.strip },
    { drawing: { width: page.width, height: bleed, shapes: under }, x: 0, y: page.height },
  ];
}

interface PageFacts {
  readonly openings: readonly PlacedOrnament[];
  /** The section that opens the page. */
  readonly first: Section | null;
  /** The title of the section at the head of the page. */
  readonly section: string;
  readonly number: number;
  /** How many pages there are. */
  readonly of: number;
  readonly size: PageGrid;
  /** Whether the document is a sheet, which has a head and no furniture but its page numbers. */
  readonly sheet: boolean;
  readonly bleed: number;
  /** Whether it is a left-hand page: its number stands at the left. */
  readonly left: boolean;
  readonly noted: boolean;
  /** Whether the page says its number. */
  readonly numbered: boolean;
}

function pageFurniture(
  document: Document,
  theme: Theme,
  { openings, first, section, number, of, size: page, sheet, bleed, left, noted, numbered }: PageFacts,
): Furniture {
  const type = new Type(theme);
  const { looks } = theme;
  const { stop } = looks.section.plain;
  const last = number === of;
  const corner = draw(theme, 'corner', { ...page, bleed });
  const closing = draw(theme, 'closing', { ...page, bleed });
  const art: Art[] = [];
  const { height } = looks.cover.head;
  if (theme.lanes && sheet && number === 1)
    art.push({ drawing: draw(theme, 'masthead', { width: page.width, height, bleed }), x: 0, y: 0 });
  else if (theme.lanes && first !== null && !last && !sheet)
    art.push({ drawing: corner, x: page.width - corner.width, y: 0 });
  // Notes stand where the closing lanes would.
  if (theme.lanes && last && !sheet && !noted) art.push({ drawing: closing, x: 0, y: page.height - closing.height });
  // A section with a number has its own ring, with the number in it.
  const rings = openings
    .filter(({ markers }) => markers.length === 0 && !sheet)
    .flatMap((thing) => (stop === null ? [] : [sectionStop(thing, page, stop, type.color(stop.color))]));
  const style = type.style('running');
  const width = textArea(page).width;
  const text = (
    kind: FurnitureText['kind'],
    words: string,
    align: FurnitureText['align'],
    room: number,
  ): FurnitureText => ({
    kind,
    text: shorten(words, style, room),
    style,
    align,
    x: align === 'left' ? page.left : page.width - page.right,
    baseline: kind === 'Header' ? looks.page.head : page.height - (looks.page.foot ?? 0),
  });
  const running = runningHeads(document.metadata.title, art.length > 0 || sheet ? '' : section, style, {
    gap: looks.page.gap,
    width: art.some(({ drawing }) => drawing === corner) ? width + page.right - corner.width - looks.page.gap : width,
  });
  if (looks.page.foot === null || theme.large !== null)
    return headed(document, theme, { sheet, first, section, number, size: page, left, numbered });
  return {
    art,
    rings,
    // A ring stands on a lane: the section is a stop on the way.
    rules: rings.map(({ x, y, radius, stroke, color }) => ({
      x: -bleed,
      y,
      width: x - radius + bleed,
      color,
      thickness: stroke,
    })),
    texts: [
      ...(sheet && number === 1 ? [] : [text('Header', document.metadata.title, 'left', running.title)]),
      ...(running.section === 0 ? [] : [text('Header', section, 'right', running.section)]),
      // On a left-hand page the closing lanes go out where it would stand.
      ...(left && last ? [] : [text('Footer', document.metadata.author, left ? 'right' : 'left', width * 0.7)]),
      ...(numbered
        ? [{ ...text('Footer', `${number} / ${of}`, left ? 'left' : 'right', width * 0.2), style: type.style('folio') }]
        : []),
    ],
  };
}

/**
 * Without a foot: title, section and page number in one line over a rule, with a bar where a section begins under it. In large
 * print, which has no room for two, at the foot where the theme has one there.
 */
function headed(
  document: Document,
  theme: Theme,
  { sheet, first, section, number, size: page, left, numbered }: Omit<PageFacts, 'openings' | 'of' | 'bleed' | 'noted'>,
): Furniture {
  const type = new Type(theme);
  const { head, foot, opening, gap } = theme.looks.page;
  const low = foot !== null;
  // The head of a sheet stands where its first page would have a line of its own.
  if (sheet && number === 1) return bare;
  const [style, folio] = [type.style('running'), type.style('folio')];
  const width = textArea(page).width;
  const inner = numbered ? widthOf(String(number), folio) + gap : 0;
  const room = width - inner;
  const words =
    theme.large === null ? { title: document.metadata.title, section } : shortest(document, section, style, room - gap);
  const running = runningHeads(words.title, sheet ? '' : words.section, style, { width: room, gap });
  const [start, end] = [page.left, page.width - page.right];
  const at = (text: string, own: RunStyle, align: 'left' | 'right', x: number): FurnitureText => ({
    ...{ kind: low ? 'Footer' : 'Header', text, style: own, align, x },
    baseline: low ? page.height - foot : head,
  });
  const title = shorten(words.title, style, running.title);
  const named = running.section === 0 ? null : shorten(words.section, style, running.section);
  return {
    ...bare,
    rules:
      opening === null
        ? []
        : low
          ? [footRule(opening, page, foot, type)]
          : headRules(opening, first, { x: start, width }, type),
    texts: [
      at(title, style, left ? 'right' : 'left', left ? end : start),
      ...(named === null ? [] : [at(named, style, left ? 'left' : 'right', left ? start + inner : end - inner)]),
      ...(numbered ? [at(String(number), folio, left ? 'left' : 'right', left ? start : end)] : []),
    ],
  };
}

function sectionStop(
  thing: PlacedOrnament,
  page: PageGrid,
  ring: { readonly diameter: Measure; readonly stroke: Measure },
  color: string,
): Ring {
  const scale = scaleOf(page);
  const [diameter, stroke] = [ring.diameter.page * scale, ring.stroke.page * scale];
  return {
    x: page.left + diameter / 2,
    y: (thing.top + thing.bottom) / 2,
    radius: (diameter - stroke) / 2,
    stroke,
    color,
  };
}
