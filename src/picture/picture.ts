/** Picture files of the project: found, told apart by their content, and known to be safe to embed. */
import path from 'node:path';
import { Refused, type Report, refusal } from '../diagnostics.ts';
import type { Sourced } from '../model/document.ts';
import type { Crop, Picture } from '../model/picture.ts';
import type { World } from '../world.ts';
import { foreignFacts, foreignOf } from './foreign.ts';
import { isPage, kindOf } from './kind.ts';
import type { NamedPicture } from './named.ts';
import { isFilm } from './png.ts';
import { readForeign, readRaster } from './raster.ts';
import { type Room, textArea } from './room.ts';
import { ofLanguage, type PictureReader, settling } from './settled.ts';
import { readSvg } from './svg.ts';

export { rasterize } from './svg.ts';

/** 128 MiB: a photo of 200 megapixels has some 60. */
const byteLimit = 128 * 2 ** 20;

export interface PictureUse {
  /** The largest place that it can have on a page: a picture of more pixels than that takes is made smaller. */
  readonly room?: Room;
  /** The language of the reader, for drawings that have words in several. */
  readonly lang?: string;
  /** The part that is shown; all of it where nothing is said. */
  readonly crop?: Crop | null;
}

/**
 * The picture that data or a template names by a path relative to its own file. What is wrong is reported at the
 * place that names it, and null returned: `file-missing`, `file-outside`, `file-too-large`, `picture-path`,
 * `not-a-picture`, `picture-damaged`, `picture-too-large`, `picture-unsafe`, `picture-unsupported`; what is wrong within a
 * drawing, at its place there. A film is taken as its first picture, with the warning `picture-animated`.
 */
export async function loadPicture(
  src: Sourced<string>,
  world: World,
  report: Report,
  { room = textArea, lang, crop = null }: PictureUse = {},
): Promise<Picture | null> {
  try {
    const file = fileOf(src);
    const named = { name: src.value, at: src.from, file, ...(lang === undefined ? {} : { lang }) };
    const bytes = await world.read(file, byteLimit, src.from);
    const picture = await readerOf(bytes, named)(bytes, named, room, crop);
    if (crop !== null && picture.format === 'svg') throw uncropped(src);
    if (isFilm(bytes) || (await pagesOf(bytes, src.value)) > 1) tellFilm(src, report);
    return { file, ...(crop === null ? {} : { crop }), ...picture };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    for (const diagnostic of error.diagnostics) report.add(diagnostic);
    return null;
  }
}

function tellFilm({ value, from }: Sourced<string>, report: Report): void {
  const message = `"${value}" is animated, or has several pages: documents show its first picture only.`;
  const hints = ['Save the picture that you mean as a file of its own.'];
  report.warning('picture-animated', from, message, { hints });
}

async function pagesOf(bytes: Uint8Array, name: string): Promise<number> {
  const foreign = foreignOf(bytes, name);
  return foreign === null ? 1 : (await foreignFacts(bytes, foreign)).pages;
}

function uncropped({ value, from }: Sourced<string>): Refused {
  const message = `"${value}" is a drawing, and drawings are shown whole.`;
  return refusal('picture-uncropped', from, message, 'Remove "crop", or save the drawing in the ratio that is meant.');
}

/** The path relative to the project folder; one that leads out of it is for the world to refuse. */
function fileOf({ value, from }: Sourced<string>): string {
  if (/^(?:[a-z]:[\\/]|\\\\)/i.test(value)) {
    const hint = `Save the picture in the folder of this file, and write "${value.split(/[\\/]/).at(-1)}".`;
    throw refusal('picture-path', from, `"${value}" is a path on one computer, not in the project.`, hint);
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(value) || value.startsWith('//')) {
    const hint =
      'Save the picture in the folder of this file, and write its file name here: pictures are not downloaded.';
    throw refusal('picture-path', from, `"${value}" is an address, not a file of the project.`, hint);
  }
  if (value.includes('\\')) {
    throw refusal(
      'picture-path',
      from,
      `The path "${value}" contains a backslash.`,
      `Write "${value.replaceAll('\\', '/')}".`,
    );
  }
  // The world lets through absolute paths of our own files; a picture's path is never absolute.
  if (path.posix.isAbsolute(value)) {
    const hint = 'Save the picture in the folder of this file, and write its file name here.';
    throw refusal('file-outside', from, `"${value}" is an absolute path, outside the project folder.`, hint);
  }
  return path.posix.normalize(path.posix.join(path.posix.dirname(from.file), value));
}

/** The first bytes of PNG and of JPEG. */
const signatures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff],
];
const [settledRaster, settledForeign] = [settling(readRaster), settling(readForeign)];
const settledSvg = settling(readSvg, ofLanguage);

/** By the content; the name of a file proves nothing. */
function readerOf(bytes: Uint8Array, { name, at }: NamedPicture): PictureReader {
  if (signatures.some((starts) => starts.every((byte, index) => bytes[index] === byte))) return settledRaster;
  if (foreignOf(bytes, name) !== null) return settledForeign;
  const start = new TextDecoder().decode(bytes.subarray(0, 4096));
  if (!isPage(bytes) && /^\s*<(\?xml|!--|!DOCTYPE|svg)/.test(start)) return settledSvg;
  if (bytes.length === 0) {
    const hint = 'Copy or download the file again, or export it again from the program that made it.';
    throw refusal('not-a-picture', at, `"${name}" is not a picture: the file is empty.`, hint);
  }
  const known = kindOf(bytes);
  if (known !== null)
    throw refusal(
      'not-a-picture',
      at,
      `"${name}" is ${known.what}, not a PNG, JPEG, WebP, AVIF, TIFF or SVG.`,
      known.hint,
    );
  const message = `"${name}" is not a picture: its content is not that of a PNG, JPEG, WebP, AVIF, TIFF or SVG file.`;
  throw refusal('not-a-picture', at, message, 'Name a PNG, JPEG, WebP, AVIF, TIFF or SVG file.');
}
