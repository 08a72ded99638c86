/** Pictures: each has words or is openly decorative. */
import type { Block, Figure, Image, Inlines, Lang, Picture, Sourced } from '../model/document.ts';
import { isSilent, readInlines } from './inlines.ts';
import { type Element, given } from './parse.ts';
import { inLanguage, languageOf, lookOf, quote, type ReadContext, type Reading, wordsOf } from './reading.ts';

/** Opens the pictures that a tree names, one after the other, so that findings keep the order of the document. */
export async function openPictures(root: Element, context: ReadContext): Promise<Map<Element, Picture | null>> {
  const pictures = new Map<Element, Picture | null>();
  for (const element of pictured(root)) {
    const src = given(element, 'src');
    if (src !== null) pictures.set(element, await context.picture({ value: src.value, from: src.from }));
  }
  return pictures;
}

function* pictured(element: Element): Generator<Element> {
  if (element.name === 'img' || element.name === 'emblem') yield element;
  for (const child of element.children) if (child.kind === 'element') yield* pictured(child);
}

/** The opened picture of an element; null if it has none. */
export function readPicture(element: Element, reading: Reading): Sourced<Picture> | null {
  const src = given(element, 'src');
  const picture = reading.pictures.get(element);
  return src && picture ? { value: picture, from: src.from } : null;
}

export function readFigure(
  element: Element,
  base: Pick<Block, 'at' | 'lang'>,
  around: Lang,
  reading: Reading,
): Figure | null {
  const [img, caption, credit] = ['img', 'caption', 'credit'].map((name) => only(element, name, reading));
  const look = lookOf(element, reading);
  const parts = {
    caption: caption ? readCaption(caption, around, reading) : null,
    credit: credit ? readCaption(credit, around, reading) : null,
  };
  if (!img) {
    reading.report.error('missing-image', element.at, 'The figure has no picture.', { hints: ['Put an <img> in it.'] });
    return null;
  }
  const image = readImage(img, reading);
  return image && { type: 'figure', ...base, id: null, number: null, look, image, ...parts, description: null };
}

/** The child of this name; a second one is an error. */
function only(element: Element, name: string, { report }: Reading): Element | null {
  const [first, second] = element.children.filter((child) => child.kind === 'element' && child.name === name);
  if (second) report.error('second-element', second.at, `<${element.name}> has a second <${name}>.`);
  return first?.kind === 'element' ? first : null;
}

/** Null if it is empty: then the data had none. */
function readCaption(element: Element, around: Lang, reading: Reading): Inlines | null {
  const { own, inner } = languageOf(element, around, reading);
  const inlines = readInlines(element.children, inner, reading);
  return isSilent(inlines) ? null : inLanguage(inlines, element, own);
}

const clause = 'WCAG 2.2, 1.1.1';

function readImage(element: Element, reading: Reading): Image | null {
  const { report } = reading;
  const picture = readPicture(element, reading);
  const alt = wordsOf(element, 'alt', reading);
  const flag = given(element, 'decorative');
  if (flag !== null && flag.value !== 'true' && flag.value !== 'false')
    reading.fault('bad-value', flag, `"decorative" is "true" or "false", not ${quote(flag.value)}.`);
  const decorative = flag?.value === 'true';
  if (decorative && given(element, 'alt') !== null)
    report.error('decorative-with-alt', element.at, 'The picture is called decorative and has a text alternative.', {
      hints: ['Keep the words if the picture tells something, else leave them out.'],
      clause,
    });
  if (!decorative && given(element, 'alt') === null)
    report.error('missing-alt', element.attributes.get('alt')?.from ?? element.at, 'The picture has no words.', {
      hints: ['Say in alt what the picture tells, or write decorative="true" if it tells nothing.'],
      clause,
    });
  return picture && (decorative || alt !== null) ? { picture, alt } : null;
}
