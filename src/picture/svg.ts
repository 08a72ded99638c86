/**
 * SVG: plain shapes only. It is embedded in web pages and drawn by several programs, so all that can run, load, or
 * look different from one machine to the next is refused (SVG 2, 2.6, "secure static mode", and narrower).
 *
 * The drawing program (librsvg, through sharp) has first read the file as well-formed XML; without a DTD every `<` of
 * such a file then starts a tag, a comment or an instruction, which is what the patterns here build on.
 */
import type { Refused } from '../diagnostics.ts';
import type { Picture } from '../model/document.ts';
import { type Named, refusal } from './refusal.ts';
import { loadSharp } from './sharp.ts';

const byteLimit = 2 * 2 ** 20;
/** Each costs time in every program that draws the file, even if it draws nothing. */
const partLimit = 250_000;
/** Drawn pictures are at most this wide and high, in pixels. */
const sideLimit = 8192;

const shapes = 'path rect circle ellipse line polyline polygon';
const elements = new Set(
  `svg g defs title desc clipPath linearGradient radialGradient stop style ${shapes}`.split(' '),
);

const reasons: Readonly<Record<string, string>> = {
  script: 'it holds a script',
  foreignObject: 'it holds a foreign object',
  image: 'it holds another picture',
  text: 'it holds text, which readers of the picture cannot reach and which each machine draws in another font',
  use: 'it repeats parts by reference',
};

/** Throws `Refused`: `picture-damaged`, `picture-unsafe`, `picture-too-large`. */
export async function readSvg(bytes: Uint8Array, named: Named): Promise<Omit<Picture, 'file'>> {
  if (bytes.length > byteLimit) throw tooLarge(named, 'more than 2 MB');
  const source = decoded(bytes, named);
  refuse(unsafeProlog(source), named);
  const { width, height } = await sizeOf(bytes, source, named);
  refuse(unsafe(source), named);
  const parts = source.match(/<[a-zA-Z]/g)?.length ?? 0;
  if (parts > partLimit) throw tooLarge(named, `${parts} elements; at most ${partLimit} are taken`);
  if (width > sideLimit || height > sideLimit) throw tooLarge(named, `${width} × ${height} pixels`);
  return { format: 'svg', width, height, bytes };
}

function refuse(reason: string | null, { name, at }: Named): void {
  if (reason === null) return;
  const hint = 'Export it as plain SVG: outlined text, no scripts, links, embedded pictures or references.';
  throw refusal('picture-unsafe', at, `"${name}" cannot be used: ${reason}.`, hint);
}

/**
 * The SVG drawn as a PNG so many pixels wide, or less where it is much higher than wide and a page shows it small;
 * transparent where nothing is drawn; the same bytes each time.
 */
export async function rasterize(svg: Uint8Array, widthPx: number): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const { width, height } = await sharp(svg).metadata();
  const scale = Math.min(widthPx / width, (2 * widthPx) / height);
  const density = Math.min(100_000, Math.max(1, 72 * scale));
  const png = await sharp(svg, { density })
    .resize(Math.max(1, Math.round(width * scale)))
    .png({ compressionLevel: 9 })
    .toBuffer();
  return new Uint8Array(png);
}

function decoded(bytes: Uint8Array, named: Named): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusal('picture-damaged', named.at, `"${named.name}" is not UTF-8.`, 'Export it again as UTF-8.');
  }
}

/** Width and height in CSS pixels. */
async function sizeOf(
  bytes: Uint8Array,
  source: string,
  { name, at }: Named,
): Promise<{ width: number; height: number }> {
  const sharp = await loadSharp();
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const scale = cssScale(source);
    return { width: Math.round(width * scale), height: Math.round(height * scale) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const reason = /bad dimensions/.test(error.message)
      ? 'it has neither a viewBox nor a width and height'
      : (/code \d+ on (line .*)/.exec(error.message)?.[1] ?? 'it is not well-formed XML').replace(' of data', '');
    throw refusal('picture-damaged', at, `"${name}" is not a readable SVG: ${reason}.`, 'Export it again.');
  }
}

/** Sharp counts lengths such as mm at 72 to the inch, CSS at 96 (CSS Values 4, 6.2); bare numbers are pixels to both. */
function cssScale(source: string): number {
  const root = /<svg\b[^>]*/.exec(source)?.[0] ?? '';
  return /\s(?:width|height)\s*=\s*["'][^"']*(?:mm|cm|in|pt|pc|Q)\s*["']/.test(root) ? 96 / 72 : 1;
}

function tooLarge({ name, at }: Named, size: string): Refused {
  return refusal('picture-too-large', at, `"${name}" is too large: ${size}.`, 'Make the drawing simpler or smaller.');
}

/** What must be known before any program reads it as XML. */
function unsafeProlog(source: string): string | null {
  if (/<!DOCTYPE|<!ENTITY/i.test(source)) return 'it declares a document type or entities';
  if (source.includes('<![CDATA[')) return 'it holds a CDATA section';
  const encoding = /^\uFEFF?\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)/.exec(source)?.[1] ?? 'utf-8';
  return /^utf-?8$/i.test(encoding) ? null : `it says that it is written in ${encoding}, not UTF-8`;
}

/** The first reason not to trust well-formed XML, or null. */
function unsafe(source: string): string | null {
  const bare = source.replace(/^\uFEFF?\s*<\?xml\s[^>]*\?>/, '').replace(/<!--[\s\S]*?-->/g, '');
  if (bare.includes('<?')) return 'it holds a processing instruction';
  if (bare.includes('<!--')) return 'a comment in it is not closed';
  for (const [, name = '', attributes = ''] of bare.matchAll(/<([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/g)) {
    if (!elements.has(name)) return reasons[name] ?? `it holds the element <${name}>`;
    const reason = unsafeAttributes(attributes);
    if (reason !== null) return reason;
  }
  for (const [, css = ''] of bare.matchAll(/<style\b[^>]*>([^<]*)/g)) {
    if (!safeCss(css)) return 'its style sheet imports or loads something';
  }
  return null;
}

function unsafeAttributes(attributes: string): string | null {
  for (const [, name = '', , value = ''] of attributes.matchAll(/([^\s=]+)\s*=\s*(["'])([\s\S]*?)\2/g)) {
    if (/^on/i.test(name)) return `it holds the event attribute ${name}`;
    if (/(^|:)href$/i.test(name) && !value.startsWith('#')) return 'it refers to something outside itself';
    if (/(^|:)base$/i.test(name)) return 'it changes its own address';
    if (!name.startsWith('xmlns') && !safeCss(value)) return 'it refers to something outside itself';
  }
  return null;
}

/** No imports, no escapes or character references that could spell them, and addresses only within the file. */
function safeCss(css: string): boolean {
  return !/@|\\|&|javascript:|expression\s*\(/i.test(css) && !/url\(\s*(?!["']?#)/i.test(css);
}
