/** What stands among words and is none: pictures, and all else that carries content, told from each other by what they hold. */
import { crc32 } from 'node:zlib';
import type { Thing } from './manuscript.ts';
import { type Package, within, type Xml } from './package.ts';

/** What may stand in a run and has no content of its own; anything else is an object, be it known or not. */
export const saysNothing: ReadonlySet<string> = new Set(
  (
    'rPr t delText tab ptab br cr noBreakHyphen softHyphen lastRenderedPageBreak fldChar instrText delInstrText ' +
    'annotationRef footnoteRef endnoteRef separator continuationSeparator commentReference'
  )
    .split(' ')
    .map((name) => `w:${name}`),
);

export const textBox = 'w:txbxContent';

/** By an element that is in it, as a reader would call it. */
const names: readonly (readonly [string, string])[] = [
  ['m:oMath', 'equation'],
  ['w:sym', 'symbol'],
  ['chart', 'chart'],
  ['relIds', 'diagram'],
  ['OLEObject', 'embedded object'],
  ['w:ruby', 'words with a reading'],
  ['w:altChunk', 'inserted document'],
  ['w:subDoc', 'inserted document'],
];

/** How deep parts that lead to other parts are followed: a chart leads to its workbook. */
const deepest = 3;

export function objectOf(element: Xml, root: Xml, parts: Package): Thing & { readonly type: 'object' } {
  const inside = [...within(element)];
  const name = names.find(([sign]) => inside.some((each) => each.name === sign))?.[1] ?? 'drawing';
  const held = heldBy(element, root, parts, deepest);
  const symbol = element.name === 'w:sym' ? symbolOf(element) : '';
  const properties = inside.find(({ name: own }) => own === 'wp:docPr')?.attributes;
  const label = properties?.get('descr') ?? properties?.get('title') ?? '';
  const words = [symbol, label, ...held.words].join(' ').replace(/\s+/g, ' ').trim();
  return { type: 'object', name, words: words.slice(0, 300), sum: sumOf(`${words} ${held.sums.join(' ')}`) };
}

/** A drawing with a picture in it is that picture; another one an object. */
export function drawingOf(drawing: Xml, root: Xml, parts: Package, media: Map<string, Uint8Array>): Thing {
  // What stands in a text box is read as paragraphs of their own.
  const inside = [...within(drawing, textBox)];
  const isEmbedded = inside.some(({ name }) => name === 'OLEObject');
  const shown = inside.flatMap(({ name, attributes }) => {
    const id =
      attributes.get('r:embed') ?? attributes.get('r:link') ?? (name === 'v:imagedata' && attributes.get('r:id'));
    return id ? [id] : [];
  });
  if (isEmbedded || shown.length === 0) return objectOf(drawing, root, parts);
  const properties = inside.find(({ name }) => name === 'wp:docPr' || name === 'v:shape')?.attributes;
  const decorative = inside.find(({ name }) => name === 'adec:decorative')?.attributes.get('val') ?? '';
  const alt = properties?.get('descr') ?? properties?.get('alt') ?? '';
  const targets = shown.map((id) => parts.target(root, id));
  const sums = targets.map((target) =>
    target?.type === 'bytes' ? sumOf(target.bytes) : target?.type === 'address' ? target.address : '',
  );
  const sum = `${sums.join('+')}${cropOf(inside)}`;
  // Word shows the drawing where there is one beside the picture.
  const last = targets.at(-1);
  if (last?.type === 'bytes') media.set(sum, last.bytes);
  return { type: 'picture', alt: alt === '' ? null : alt, isDecoration: ['1', 'true'].includes(decorative), sum };
}

/** In whole per cent, as programs round it. */
function cropOf(inside: readonly Xml[]): string {
  const cropped = inside.filter(({ name }) => name === 'a:srcRect');
  const sides = cropped.flatMap(({ attributes }) =>
    ['l', 't', 'r', 'b'].map((side) => Math.round(Number(attributes.get(side) ?? 0) / 1000)),
  );
  return sides.some((side) => side !== 0) ? ` cropped ${sides.join(' ')}` : '';
}

function symbolOf({ attributes }: Xml): string {
  return `${attributes.get('w:char') ?? ''} ${attributes.get('w:font') ?? ''}`;
}

/** The words in an element and in the parts that it leads to, and the sums of what has none. */
function heldBy(
  element: Xml,
  root: Xml,
  parts: Package,
  depth: number,
): { readonly words: readonly string[]; readonly sums: readonly string[] } {
  const [words, sums]: [string[], string[]] = [[], []];
  for (const { name, text, attributes } of within(element)) {
    const written = text.trim();
    // Places of a drawing are numbers that programs write anew.
    if (written !== '' && !/^(?:wp:|wp15:)/.test(name)) words.push(written);
    const art = attributes.get('string');
    if (art !== undefined) words.push(art);
    for (const [key, id] of attributes) {
      if (!key.startsWith('r:') || depth === 0) continue;
      const target = parts.target(root, id);
      if (target?.type === 'bytes') sums.push(sumOf(target.bytes));
      if (target?.type === 'address') words.push(target.address);
      if (target?.type !== 'xml') continue;
      const held = heldBy(target.root, target.root, parts, depth - 1);
      words.push(...held.words);
      sums.push(...held.sums);
    }
  }
  return { words, sums };
}

function sumOf(held: string | Uint8Array): string {
  return crc32(held).toString(16).padStart(8, '0');
}
