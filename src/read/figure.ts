/** Pictures: each has words or is openly decorative. */
import type { Code } from '../codes.ts';
import { uriOf } from '../model/address.ts';
import { href } from '../model/build.ts';
import type { Block, Blocks, Figure, Image, Sourced } from '../model/document.ts';
import { faultOfAddress } from '../model/meant-address.ts';
import { type Crop, type Picture, ratioOf } from '../model/picture.ts';
import { type PicturePlacing, sides, widthNames } from '../model/placing.ts';
import { qrCapacity } from '../picture/qr.ts';
import { readCaptioned } from './captioned.ts';
import { readOptional } from './inlines.ts';
import { qrLabel } from './labels.ts';
import { type Attribute, type Element, given } from './parse.ts';
import { quote } from './quote.ts';
import {
  type Around,
  elementsOf,
  forTemplates,
  languageOf,
  only,
  type ReadContext,
  type Reading,
  saying,
  wordsOf,
} from './reading.ts';

/**
 * Opens the pictures that a tree names and makes its QR codes, one after the other, so that findings keep the order of
 * the document. Null for what cannot be had, which has been reported; addresses that are none are left out.
 */
export async function openPictures(root: Element, context: ReadContext): Promise<Map<Element, Picture | null>> {
  const pictures = new Map<Element, Picture | null>();
  for (const element of pictured(root)) {
    const src = given(element, 'src');
    const address = element.name === 'qr' ? readable(given(element, 'href')) : null;
    if (address !== null) pictures.set(element, context.qr(uriOf(address.value)));
    else if (src !== null)
      pictures.set(element, await context.picture({ value: src.value, from: src.from }, cropOf(element)));
  }
  return pictures;
}

/** Which part of its picture an element shows; null for all of it. */
function cropOf(element: Element): Crop | null {
  const ratio = ratioOf(given(element, 'crop')?.value ?? '');
  if (ratio === null) return null;
  const [x = 0.5, y = 0.5] = (given(element, 'focus')?.value ?? '').split(/\s+/).filter(Boolean).map(Number);
  return { ratio, focus: [x, y] };
}

function* pictured(element: Element): Generator<Element> {
  if (element.name === 'img' || element.name === 'emblem' || element.name === 'qr') yield element;
  for (const child of element.children) if (child.kind === 'element') yield* pictured(child);
}

function readable(address: Attribute | null): Attribute | null {
  return address !== null && faultOf(address.value) === null ? address : null;
}

/** Why a QR code cannot lead to an address; null if it can. */
function faultOf(address: string): readonly [code: Code<'error'>, message: string, hint: string] | null {
  if (href(address) === null) {
    const { message, hint } = faultOfAddress(address, quote(address));
    return ['bad-address', message, hint];
  }
  const bytes = uriOf(address).length;
  if (bytes <= qrCapacity) return null;
  const message = `A QR code holds ${qrCapacity} bytes at most, and the address has ${bytes}.`;
  return ['qr-too-long', message, 'Use a shorter address.'];
}

/** The opened picture of an element; null if it has none. */
export function readPicture(element: Element, reading: Reading, name = 'src'): Sourced<Picture> | null {
  const src = given(element, name);
  const picture = reading.pictures.get(element);
  return src && picture ? { value: picture, from: src.from } : null;
}

export function readFigure(
  element: Element,
  base: Pick<Block, 'at' | 'from' | 'lang'>,
  around: Around,
  reading: Reading,
): Figure | null {
  const [img, qr, credit, description] = ['img', 'qr', 'credit', 'description'].map((name) =>
    only(element, name, reading),
  );
  const parts = {
    ...readCaptioned(element, around.lang, reading),
    credit: readOptional(credit ?? null, around.lang, reading),
    description: description ? readDescription(description, around, reading) : null,
  };
  if (img && qr)
    reading.report.error('second-element', qr.at, 'The figure has a picture and a QR code.', {
      hints: ['Put each of them in its own <figure>.'],
    });
  if (!img && !qr)
    reading.report.error('missing-image', element.at, 'The figure does not have a picture.', {
      hints: ['Put an <img> or a <qr> in it.'],
    });
  const image = img ? readImage(img, reading) : qr ? readCode(qr, reading) : null;
  return image && { type: 'figure', ...base, image, placing: readPlacing(element, reading), ...parts };
}

function readPlacing(element: Element, reading: Reading): PicturePlacing | null {
  const width = oneOf(widthNames, given(element, 'width'), reading);
  const side = oneOf(sides, given(element, 'side'), reading);
  return width === null && side === null ? null : { width: width ?? 'half', side: side ?? 'left' };
}

function oneOf<T extends string>(names: readonly T[], attribute: Attribute | null, reading: Reading): T | null {
  if (attribute === null) return null;
  const name = names.find((each) => each === attribute.value);
  if (name !== undefined) return name;
  const all = names.map((each) => `"${each}"`).join(', ');
  reading.fault('bad-value', attribute, `${quote(attribute.value)} is none of ${all}.`);
  return null;
}

/** Null if it is empty: then the data had none. */
function readDescription(element: Element, around: Around, reading: Reading): Blocks | null {
  const { own, inner } = languageOf(element, around.lang, reading);
  const blocks = reading.blocks(elementsOf(element.children), { ...around, lang: inner });
  if (blocks.length === 0) return null;
  return own === null ? blocks : blocks.map((block) => ({ ...block, lang: block.lang ?? own }));
}

function readCode(element: Element, reading: Reading): Image | null {
  const address = given(element, 'href');
  const picture = readPicture(element, reading, 'href');
  const altText = given(element, 'alt') === null ? null : wordsOf(element, 'alt', reading);
  if (address === null) return null;
  const fault = faultOf(address.value);
  if (fault !== null) reading.fault(fault[0], address, fault[1], [fault[2]]);
  if (picture === null) return null;
  const alt = altText ?? { value: qrLabel(address.value, reading.context.lang), from: address.from };
  return { picture, alt };
}

const clause = 'WCAG 2.2, 1.1.1';

function readImage(element: Element, reading: Reading): Image | null {
  const picture = readPicture(element, reading);
  const alt = wordsOf(element, 'alt', reading);
  const flag = given(element, 'decorative');
  if (flag !== null && flag.value !== 'true' && flag.value !== 'false')
    reading.fault('bad-value', flag, `"decorative" must be "true" or "false", not ${quote(flag.value)}.`);
  const crop = given(element, 'crop');
  if (crop !== null && ratioOf(crop.value) === null)
    reading.fault('bad-value', crop, `"crop" must be a ratio such as "16:9", not ${quote(crop.value)}.`);
  const decorative = flag?.value === 'true';
  if (decorative && given(element, 'alt') !== null)
    reading.fault(
      'decorative-with-alt',
      element,
      'The picture is decorative and has an alternative text.',
      ['Remove decorative="true" if the picture has a meaning. If it is only decoration, remove alt.'],
      clause,
    );
  if (!decorative && given(element, 'alt') === null)
    reading.fault(
      'missing-alt',
      saying(element, 'alt'),
      'The picture does not have an alternative text.',
      [
        'Write what the picture shows, or mark it as decorative if it is only decoration.',
        ...forTemplates(element, 'Write alt="…", or decorative="true".'),
      ],
      clause,
    );
  return picture && (decorative || alt !== null) ? { picture, alt } : null;
}
