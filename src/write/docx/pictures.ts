/** Pictures: in line with the text, with their words; and decoration, which stands behind the text of page heads. */
import {
  HorizontalPositionRelativeFrom,
  type IContext,
  ImageRun,
  type ParagraphChild,
  Run,
  TextWrappingType,
  VerticalPositionRelativeFrom,
} from 'docx';
import type { Document, Figure, Image } from '../../model/document.ts';
import type { Picture } from '../../model/picture.ts';
import { widths } from '../../model/placing.ts';
import { blocksOf, picturesOf } from '../../model/walk.ts';
import { onceEach } from '../../once.ts';
import { rasterize } from '../../picture/picture.ts';
import type { Drawing } from '../../theme/lanes.ts';
import { drawingToSvg } from '../../theme/svg.ts';
import type { Theme } from '../../theme/theme.ts';
import type { Story, Subject } from './story.ts';
import { emus, pixels } from './units.ts';
import { shield } from './xml.ts';

/** Width of a PNG that stands in for an SVG: 200 dpi over the text of an A4 page. */
const fallbackWidth = 1400;

/** PNG copies of all SVG pictures of a document. */
export async function fallbacksOf(document: Document): Promise<ReadonlyMap<Picture, Uint8Array>> {
  const pictures = new Set([...blocksOf(document)].flatMap(picturesOf).filter(({ format }) => format === 'svg'));
  const made = [...pictures].map(async (picture) => [picture, await fallbackOf(picture.bytes)] as const);
  return new Map(await Promise.all(made));
}

/** The same picture stands in both languages, and in the next document. */
const fallbackOf = onceEach((svg: Uint8Array) => rasterize(svg, fallbackWidth));

/** In points. */
interface Extent {
  readonly width: number;
  readonly height: number;
}

/** A picture in line with the text, with the way back to where its words are from. */
export function pictureRuns(image: Image, box: Extent, story: Story): ParagraphChild[] {
  const { alt, picture } = image;
  const { value, from } = alt ?? { value: '', from: picture.from };
  return story.anchors.aroundPicture(from, value, imageRun(image, box, story), () => story.next());
}

/**
 * A code is small, a picture as wide as there is room, and one at a side as wide as its part of the text's `width`, which is without
 * the rail.
 */
export function pictureBox({ look, placing }: Figure, whole: number, width: number, { looks }: Theme): Extent {
  const { word } = looks.pictures;
  if (look === 'qr') return { width: Math.min(word.code, whole), height: word.code };
  const own = placing === null ? whole : width * widths[placing.width];
  return { width: Math.min(whole, own), height: word.highest };
}

/** As large as the box allows. */
export function fittedIn(picture: Extent, box: Extent): Extent {
  const scale = Math.min(box.width / picture.width, box.height / picture.height);
  return { width: picture.width * scale, height: picture.height * scale };
}

function imageRun({ picture: { value: picture }, alt }: Image, box: Extent, story: Story): ImageRun {
  const { width, height } = fittedIn(picture, box);
  const id = story.next();
  const name = `Picture ${id}`;
  return new ImageRun({
    ...mediaOf(picture, story),
    transformation: { width: pixels(width), height: pixels(height) },
    altText: alt === null ? { id: String(id), name } : { id: String(id), name, description: shield(alt.value) },
    decorative: alt === null,
  });
}

function mediaOf(picture: Picture, story: Story) {
  const { bytes: data, format } = picture;
  if (format === 'svg') {
    const png = { type: 'png', data: story.fallback(picture) } as const;
    return isMasked(data) ? png : ({ type: 'svg', data, fallback: png } as const);
  }
  return { type: format === 'png' ? 'png' : 'jpg', data } as const;
}

/** Word paints no masks: it would show what a mask hides. Of a lowered drawing a tag proves it: words and comments are gone. */
const isMasked = (svg: Uint8Array): boolean => Buffer.from(svg).includes('<mask ');

/** A drawing of the theme, ready for any number of documents. */
export interface RenderedArt extends Extent {
  readonly svg: Uint8Array;
  readonly png: Uint8Array;
  /** What it goes on in, one under the other. */
  readonly more?: readonly RenderedArt[];
}

/** `dots` to the point: the sharpness of the PNG. */
export async function artOf(drawing: Drawing, theme: Theme, dots: number): Promise<RenderedArt> {
  return artOfSvg(drawingToSvg(drawing, theme, 'light'), drawing, dots);
}

export async function artOfSvg(text: string, { width, height }: Extent, dots: number): Promise<RenderedArt> {
  const svg = new TextEncoder().encode(text);
  return { svg, png: await rasterize(svg, Math.round(width * dots)), width, height };
}

/** The place of a drawing among words, and of the pieces that it goes on in. It has to be filled before the file is packed. */
export class DrawingRun extends Run {
  readonly #imageOf: (art: RenderedArt, index: number) => ImageRun;
  #images: readonly ImageRun[] = [];
  constructor(imageOf: (art: RenderedArt, index: number) => ImageRun) {
    super({});
    this.#imageOf = imageOf;
  }

  fill({ more = [], ...art }: RenderedArt): void {
    this.#images = [art, ...more].map(this.#imageOf);
  }

  override prepForXml(context: IContext): ReturnType<Run['prepForXml']> {
    const [first, ...more] = this.#images.map((image) => image.prepForXml(context));
    if (first === undefined) throw new Error('a drawing that was not made');
    const name = 'w:r';
    const within = (run: ReturnType<Run['prepForXml']>): readonly unknown[] => run?.[name] ?? [];
    return more.length === 0 ? first : { [name]: [first, ...more].flatMap(within) };
  }
}

/** What is drawn in line with the text, once for all its places in a document. */
export interface InlineArt {
  readonly subject: Subject;
  draw(): Promise<RenderedArt>;
}

/** A drawing in line with the text: a chart with its words, or decoration beside words that say the same. */
export function inlineArt({ subject, draw }: InlineArt, words: string | null, story: Story): DrawingRun {
  const id = story.next();
  // What a drawing goes on in is no second picture: its words are said once.
  return story.drawing(subject, draw, (art, index) =>
    index === 0 ? inlineImage(art, words, id) : inlineImage(art, null, story.next()),
  );
}

function inlineImage({ svg, png, width, height }: RenderedArt, words: string | null, id: number): ImageRun {
  const name = words === null ? `Decoration ${id}` : `Chart ${id}`;
  return new ImageRun({
    type: 'svg',
    data: svg,
    fallback: { type: 'png', data: png },
    transformation: { width: pixels(width), height: pixels(height) },
    altText: words === null ? { id: String(id), name } : { id: String(id), name, description: shield(words) },
    decorative: words === null,
  });
}

/** Where decoration stands on the page, in points. */
export interface DecorationBox extends Extent {
  readonly left: number;
  readonly top: number;
}

/** Decoration behind the text. Only for page heads: the body stays free of what floats. */
export function artRun({ svg, png }: RenderedArt, place: DecorationBox, story: Story): ImageRun {
  const id = story.next();
  return new ImageRun({
    type: 'svg',
    data: svg,
    fallback: { type: 'png', data: png },
    transformation: { width: pixels(place.width), height: pixels(place.height) },
    altText: { id: String(id), name: `Decoration ${id}` },
    decorative: true,
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: emus(place.left) },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: emus(place.top) },
      wrap: { type: TextWrappingType.NONE },
      behindDocument: true,
      allowOverlap: true,
      lockAnchor: true,
    },
  });
}
