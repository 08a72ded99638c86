/** Page by page, what stands around the text: lanes, section rings, running heads and page numbers. */
import type { Document } from '../../model/document.ts';
import { plain } from '../../model/walk.ts';
import { closingArt, cornerArt, coverArt } from '../../theme/art.ts';
import type { PageGrid, Theme } from '../../theme/theme.ts';
import type { RunStyle } from './inlines.ts';
import { type Art, grounds, type Placed, type RailSpan, rails } from './ornament.ts';
import { shaperOf } from './shaping.ts';
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
  readonly texts: readonly FurnitureText[];
}

export const nothing: Furniture = { art: [], grounds: [], rails: [], rings: [], rules: [], texts: [] };

/** The furniture of each page of a laid-out document; the first is its cover. */
export function furnish(document: Document, theme: Theme, pages: readonly (readonly Placed[])[]): Furniture[] {
  const { page } = theme;
  const spans = rails(pages, { top: page.top - 6 * mm, bottom: page.height - page.bottom + 4 * mm });
  const titles = new Map<string, string>(document.body.map((section) => [section.id.value, plain(section.title)]));
  let section = '';
  return pages.map((placed, index) => {
    const drawn = { ...nothing, grounds: grounds(placed), rails: spans[index] ?? [] };
    if (index === 0) return { ...drawn, ...coverFurniture(theme) };
    const openings = placed.filter((thing) => thing.anchors.some((anchor) => anchor.level === 1));
    section = titles.get(openings[0]?.anchors[0]?.id ?? '') ?? section;
    const facts = { openings, section, number: index + 1, last: index === pages.length - 1 };
    section = titles.get(openings.at(-1)?.anchors[0]?.id ?? '') ?? section;
    return { ...drawn, ...pageFurniture(document, theme, facts) };
  });
}

function coverFurniture(theme: Theme): Partial<Furniture> {
  const { page } = theme;
  const color = theme.colors.mid.light;
  return {
    art: [{ drawing: coverArt(page), x: 0, y: 0 }],
    rules: [{ x: page.left, y: page.height - 46 * mm, width: 54 * mm, color, thickness: 0.8 }],
  };
}

interface PageFacts {
  readonly openings: readonly Placed[];
  /** The title of the section at the head of the page. */
  readonly section: string;
  readonly number: number;
  readonly last: boolean;
}

const sectionRing = { diameter: 12 * mm, stroke: 2.4 * mm };

function pageFurniture(
  document: Document,
  theme: Theme,
  { openings, section, number, last }: PageFacts,
): Partial<Furniture> {
  const { page } = theme;
  const type = new Type(theme);
  const opens = openings.some((thing) => thing.top < page.top + 20 * mm);
  const corner = cornerArt(page);
  const closing = closingArt(page);
  const art: Art[] = [];
  if (opens && !last) art.push({ drawing: corner, x: page.width - corner.width, y: 0 });
  if (last) art.push({ drawing: closing, x: 0, y: page.height - closing.height });
  const rings = openings.map((thing) => sectionStop(thing, page, type.color('blue')));
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
    rules: rings.map(({ x, y, radius, stroke, color }) => ({ x: 0, y, width: x - radius, color, thickness: stroke })),
    texts: [
      text('Header', document.metadata.title, 'left', width * 0.56),
      ...(art.length > 0 || section === '' ? [] : [text('Header', section, 'right', width * 0.4)]),
      text('Footer', document.metadata.author, 'left', width * 0.7),
      { ...text('Footer', String(number), 'right', width * 0.1), style: type.style('folio') },
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
  const measure = (words: string): number => (shaperOf(style.face).shape(words).width / 1000) * style.size;
  if (measure(text) <= width) return text;
  const words = text.split(' ');
  while (words.length > 1 && measure(`${words.join(' ')} …`) > width) words.pop();
  const kept = words.join(' ');
  const letters = [...kept];
  while (letters.length > 1 && measure(`${letters.join('')} …`) > width) letters.pop();
  return `${letters.join('')} …`;
}
