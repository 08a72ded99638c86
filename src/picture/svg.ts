/**
 * SVG: any drawing that can be lowered to plain shapes (`svg/lower.ts`), which are then what all formats get. What can run,
 * load or lead somewhere, and what programs would not paint alike, is refused by its name and place (SVG 2, 2.6, "secure
 * static mode", and narrower).
 */
import { failure, type Place, Refused, refusal } from '../diagnostics.ts';
import type { Picture } from '../model/picture.ts';
import type { NamedPicture } from './named.ts';
import { loadSharp } from './sharp.ts';
import type { Flaw, SvgPosition } from './svg/flaw.ts';

const byteLimit = 2 * 2 ** 20;

/** What Inkscape leaves of a text that was turned into its outlines: the words, as the label of a path or of a group of paths. */
const outlined = /<(?:path|g)\s[^>]{0,20000}?\baria-label="([^"]{2,200})"/;

/** Throws `Refused`: `picture-damaged`, `picture-unsafe`, `picture-unsupported`, `picture-too-large`. */
export async function readSvg(bytes: Uint8Array, named: NamedPicture): Promise<Omit<Picture, 'file'>> {
  if (bytes.length > byteLimit) {
    const message = `"${named.name}" is too large: more than 2 MB.`;
    throw refusal('picture-too-large', named.at, message, 'Make the drawing simpler, or give it as a PNG.');
  }
  const source = decoded(bytes, named);
  const [{ lower }, { Flaw: Found }] = await Promise.all([import('./svg/lower.ts'), import('./svg/flaw.ts')]);
  const inner = { ...named, name: `the picture inside ${named.name}` };
  try {
    const { markup, width, height } = await lower(source, inner, named.lang ?? 'en');
    const side = (length: number): number => Math.max(1, Math.round(length));
    const bytes = new TextEncoder().encode(markup);
    const [, words] = outlined.exec(source) ?? [];
    return { format: 'svg', width: side(width), height: side(height), bytes, ...(words && { outlined: words }) };
  } catch (error) {
    throw error instanceof Found ? refusalOf(error, source, named) : error;
  }
}

/** At the place that names the drawing, with the place in the drawing beside it. */
function refusalOf({ code, reason, spot, hint }: Flaw, source: string, { name, at, file }: NamedPicture): Refused {
  const verdict =
    code === 'picture-too-large' ? 'is too large' : code === 'picture-damaged' ? 'is damaged' : 'cannot be used';
  const related =
    file === undefined ? [] : [{ at: placeIn(source, spot, file), message: 'It is here in the drawing.' }];
  const message = `"${name}" ${verdict}: ${reason}.`;
  return new Refused([failure(code, at, message, { hints: [hint], related })]);
}

function placeIn(source: string, { offset, attribute }: SvgPosition, file: string): Place {
  const start = attribute === undefined ? offset : attributeAt(source, offset, attribute);
  const before = source.slice(0, start).split(/\r\n?|\n/);
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where an attribute begins within the tag at `offset`; the tag, where the value came from elsewhere. */
function attributeAt(source: string, offset: number, attribute: string): number {
  const tag = /^<(?:[^>"']|"[^"]*"|'[^']*')*/.exec(source.slice(offset, offset + byteLimit))?.[0] ?? '';
  for (const name of [attribute, `xlink:${attribute}`, 'style']) {
    for (let at = tag.indexOf(name); at !== -1; at = tag.indexOf(name, at + 1)) {
      if (/\s/.test(tag[at - 1] ?? '') && /^\s*=/.test(tag.slice(at + name.length, at + name.length + 40)))
        return offset + at;
    }
  }
  return offset;
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
    // The next level takes nearly twice as long for a fifteenth of the bytes, the last one three times for a tenth.
    .png({ compressionLevel: 7 })
    .toBuffer();
  return new Uint8Array(png);
}

function decoded(bytes: Uint8Array, named: NamedPicture): string {
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusal('picture-damaged', named.at, `"${named.name}" is not UTF-8.`, 'Export it again as UTF-8.');
  }
  const encoding = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)/.exec(source)?.[1] ?? 'utf-8';
  if (/^utf-?8$/i.test(encoding)) return source;
  const message = `"${named.name}" says that it is written in ${encoding}, not UTF-8.`;
  throw refusal('picture-damaged', named.at, message, 'Export it again as UTF-8.');
}
