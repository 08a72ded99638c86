/** Page by page, what stands around the text: lanes, section rings, running heads and page numbers. */

import { undivided } from '../../model/build.ts';
import type { Document } from '../../model/document.ts';
import { plain } from '../../model/walk.ts';
import { closingArt, cornerArt, coverArt, mastheadArt } from '../../theme/art.ts';
import { shaperOf } from '../../theme/shaping.ts';
import type { PageGrid, Theme } from '../../theme/theme.ts';
import { headHeight } from './cover.ts';
import { formOf } from './form.ts';
import type { NoteBody, RunStyle } from './inlines.ts';
import type { LaidOut, PlacedFill } from './node.ts';
import { type Art, grounds, type Placed, placedOn, type RailSpan, rails } from './ornament.ts';
import { textRight } from './setting.ts';
import { mm, Type } from './type.ts';

export interface Ring {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly stroke: number;
  readonly color: string;
}
export interface Rule {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly color: string;
  readonly thickness: number;
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
export interface Furniture {
  readonly art: readonly Art[];
  readonly grounds: ReturnType<typeof grounds>;
  readonly rails: readonly RailSpan[];
  readonly rings: readonly Ring[];
  readonly rules: readonly Rule[];
  /** The grounds of table rows. */
  readonly fills: readonly PlacedFill[];
  readonly notes: readonly NoteBody[];
  /** Where notes stand: their left edge, the end of the text area, the length and colour of their rule. */
  readonly foot: { readonly x: number; readonly bottom: number; readonly width: number; readonly color: string };
  readonly texts: readonly FurnitureText[];
}

/**
 * The furniture of each page of a laid-out document; the first is its cover. What touches a page's edge goes on for the bleed.
 */
export function furnish(document: Document, theme: Theme, laid: LaidOut, bleed = 0): Furniture[] {
  const { page } = theme;
  const pages = laid.pages.map(placedOn);
  const spans = rails(pages, { top: page.top - 6 * mm, bottom: page.height - page.bottom + 4 * mm });
  const titles = new Map<string, string>(
    document.body.map((section) => [section.id.value, undivided(plain(section.title))]),
  );
  const rules = byPage(laid.rules);
  const fills = byPage(laid.fills);
  const sheet = formOf(document).name === 'sheet';
  let section = '';
  return pages.map((placed, index) => {
    const { width, height } = laid.pages[index]?.pageSize ?? page;
    const size = { ...page, width, height };
    const drawn: Furniture = {
      art: [],
      rings: [],
      texts: [],
      grounds: grounds(placed),
      rails: spans[index] ?? [],
      rules: rules.get(index) ?? [],
      fills: fills.get(index) ?? [],
      notes: laid.notesOf(index),
      foot: {
        x: page.left + page.rail,
        bottom: height - page.bottom,
        width: width - page.left - page.right - page.rail - textRight,
        color: theme.colors.line.light,
      },
    };
    if (index === 0 && !sheet) return { ...drawn, ...coverFurniture(theme, drawn, bleed) };
    const openings = placed.filter((thing) => thing.anchors.some((anchor) => anchor.level === 1));
    section = titles.get(openings[0]?.anchors[0]?.id ?? '') ?? section;
    const facts = { sheet, openings, section, number: index + 1, of: pages.length, size, bleed };
    section = titles.get(openings.at(-1)?.anchors[0]?.id ?? '') ?? section;
    return { ...drawn, ...pageFurniture(document, theme, facts, drawn) };
  });
}

function byPage<T extends { readonly page: number }>(shapes: readonly T[]): ReadonlyMap<number, readonly T[]> {
  const pages = new Map<number, T[]>();
  for (const shape of shapes) {
    const page = pages.get(shape.page) ?? [];
    page.push(shape);
    pages.set(shape.page, page);
  }
  return pages;
}

function coverFurniture(theme: Theme, { rules }: Furniture, bleed: number): Partial<Furniture> {
  const { page } = theme;
  const color = theme.colors.mid.light;
  return {
    art: [{ drawing: coverArt(page, bleed), x: 0, y: 0 }],
    rules:
      rules.length > 0 ? rules : [{ x: page.left, y: page.height - 46 * mm, width: 54 * mm, color, thickness: 0.8 }],
  };
}

interface PageFacts {
  readonly openings: readonly Placed[];
  /** The title of the section at the head of the page. */
  readonly section: string;
  readonly number: number;
  /** How many pages there are. */
  readonly of: number;
  readonly size: PageGrid;
  /** Whether the document is a sheet, which has a head and no furniture but its page numbers. */
  readonly sheet: boolean;
  readonly bleed: number;
}

const sectionRing = { diameter: 12 * mm, stroke: 2.4 * mm };

function pageFurniture(
  document: Document,
  theme: Theme,
  { openings, section, number, of, size: page, sheet, bleed }: PageFacts,
  { rules, notes }: Furniture,
): Partial<Furniture> {
  const type = new Type(theme);
  const last = number === of;
  const opens = openings.some((thing) => thing.top < page.top + 20 * mm);
  const corner = cornerArt(page, bleed);
  const closing = closingArt(page, bleed);
  const art: Art[] = [];
  if (sheet && number === 1) art.push({ drawing: mastheadArt(page.width, headHeight, { bleed }), x: 0, y: 0 });
  else if (opens && !last && !sheet) art.push({ drawing: corner, x: page.width - corner.width, y: 0 });
  // Notes stand where the closing lanes would.
  if (last && !sheet && notes.length === 0) art.push({ drawing: closing, x: 0, y: page.height - closing.height });
  // A section with a number has its own ring, with the number in it.
  const rings = openings
    .filter(({ markers }) => markers.length === 0 && !sheet)
    .map((thing) => sectionStop(thing, page, type.color('blue')));
  const style = type.style('running');
  const width = page.width - page.left - page.right;
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
    baseline: kind === 'Header' ? 14 * mm : page.height - 10 * mm,
  });
  return {
    art,
    rings,
    // A ring stands on a lane: the section is a stop on the way.
    rules: [
      ...rules,
      ...rings.map(({ x, y, radius, stroke, color }) => ({
        x: -bleed,
        y,
        width: x - radius + bleed,
        color,
        thickness: stroke,
      })),
    ],
    texts: [
      ...(sheet && number === 1 ? [] : [text('Header', document.metadata.title, 'left', width * 0.56)]),
      ...(art.length > 0 || section === '' || sheet ? [] : [text('Header', section, 'right', width * 0.4)]),
      text('Footer', document.metadata.author, 'left', width * 0.7),
      { ...text('Footer', `${number} / ${of}`, 'right', width * 0.2), style: type.style('folio') },
    ],
  };
}

function sectionStop(thing: Placed, page: PageGrid, color: string): Ring {
  const { diameter, stroke } = sectionRing;
  return {
    x: page.left + diameter / 2,
    y: (thing.top + thing.bottom) / 2,
    radius: (diameter - stroke) / 2,
    stroke,
    color,
  };
}

/** The words of a running head that fit in `width` points; what is left out is said by three dots. */
function shorten(text: string, style: RunStyle, width: number): string {
  const fits = (words: string): boolean => (shaperOf(style.face).shape(words).width / 1000) * style.size <= width;
  // No head holds as many: a title without end is not measured to its end.
  const start = text.slice(0, 400);
  if (start === text && fits(text)) return text;
  const words = start.split(' ');
  while (words.length > 1 && !fits(`${words.join(' ')} …`)) words.pop();
  const letters = [...words.join(' ')];
  while (letters.length > 1 && !fits(`${letters.join('')} …`)) letters.pop();
  return `${letters.join('')} …`;
}
