/** Font files: read once, fit for every format, known by the code points that they draw. */
import { dirname, join } from 'node:path';
import type { Code } from '../codes.ts';
import { type Place, Refused, type Report } from '../diagnostics.ts';
import { packageRoot, type World } from '../world.ts';
import type { FontEntry } from './schema.ts';
import { type FontFault, readFont, type SfntFacts } from './sfnt.ts';
import type { FontFace } from './theme.ts';

/** A face for text draws Georgian and Latin, with our signs; one of a second family the letters; a fallback draws what it has. */
export type FontUse = 'text' | 'display' | 'fallback';

/**
 * One face of a theme. Its file is relative to the project, or else to this package. Null with errors at the place that
 * names it: those of `World.read`, `bad-font`, `font-not-embeddable`, `font-lacks-letters`, `missing-font-licence`.
 */
export async function loadFace(
  entry: FontEntry,
  { family, use }: { readonly family: string; readonly use: FontUse },
  at: Place,
  world: World,
  report: Report,
): Promise<FontFace | null> {
  const ours = join(packageRoot, entry.file);
  const own = (await world.exists(entry.file)) || !(await world.exists(ours));
  const named = own ? entry.file : ours;
  const bytes = await readBytes(named, at, world, report);
  if (bytes === null) return null;
  const read = readFont(bytes);
  const licensed = 'fault' in read || (await hasLicence(dirname(named), world));
  const faults = [...faultsOf(read, use), ...(licensed ? [] : [unlicensed])];
  for (const { code, message, hint } of faults)
    report.error(code, at, `The font "${entry.file}" ${message}.`, { hints: [hint] });
  if ('fault' in read || faults.length > 0) return null;
  const covered = new Set(read.characters);
  const { weight, italic } = entry;
  const file = own ? join(world.root, entry.file) : ours;
  return { family, weight, italic, file, bytes, covers: (codePoint) => covered.has(codePoint), fallbacks: [] };
}

/** Null with the refusal reported, so that one missing font does not hide what is wrong with another. */
async function readBytes(file: string, at: Place, world: World, report: Report): Promise<Uint8Array | null> {
  try {
    return await world.read(file, undefined, at);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    for (const diagnostic of error.diagnostics) report.add(diagnostic);
    return null;
  }
}

// ---- what it must be ------------------------------------------------------------------------------------------

interface Fault {
  readonly code: Code<'error'>;
  /** After the font's name. */
  readonly message: string;
  readonly hint: string;
}

const unlicensed: Fault = {
  code: 'missing-font-licence',
  message: 'is in a folder without its licence',
  hint: 'Put the licence that the font came with into its folder, as LICENSE, OFL.txt or COPYING.',
};

function faultsOf(read: SfntFacts | FontFault, use: FontUse): readonly Fault[] {
  if ('fault' in read) {
    return [{ code: 'bad-font', message: read.fault, hint: 'Give a static TrueType font (.ttf).' }];
  }
  const forbidden = forbiddenBy(read.rights);
  const covered = new Set(read.characters);
  const lacks = use === 'fallback' ? '' : lettersNotIn(covered, use === 'text' ? [...letters, ...signs] : letters);
  return [...(forbidden === null ? [] : [notEmbeddable(forbidden)]), ...(lacks === '' ? [] : [lacking(lacks)])];
}

/** OpenType, OS/2, fsType: what documents in all formats need. Old fonts set several of the bits 1 to 3: the mildest counts. */
function forbiddenBy(rights: number): string | null {
  const has = (bit: number) => (rights & (1 << bit)) !== 0;
  if (has(1) && !has(2) && !has(3)) return 'forbids embedding (fsType, bit 1)';
  if (has(8)) return 'forbids subsetting (fsType, bit 8)';
  return has(9) ? 'forbids embedding its outlines (fsType, bit 9)' : null;
}

function notEmbeddable(message: string): Fault {
  const hint =
    'Choose a font whose licence lets documents embed a part of it, such as one under the SIL Open Font License.';
  return { code: 'font-not-embeddable', message, hint };
}

/** Mkhedruli as it is written today, and the Latin letters, digits and signs of ASCII. */
const letters = [...range(0x10d0, 0x10f0), ...range(0x20, 0x7e)];
/** Our quotes and dashes. */
const signs = Array.from('\u00A0„“”‘’–—…•№', (sign) => sign.codePointAt(0) ?? 0);

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** At most ten of them, to be read. */
function lettersNotIn(covered: ReadonlySet<number>, basics: readonly number[]): string {
  const missing = basics.filter((point) => !covered.has(point));
  const shown = missing.slice(0, 10).map(nameOf).join(' ');
  return missing.length > 10 ? `${shown} and ${missing.length - 10} more` : shown;
}

function nameOf(point: number): string {
  const letter = String.fromCodePoint(point);
  return letter.trim() === '' ? `U+${point.toString(16).toUpperCase().padStart(4, '0')}` : letter;
}

function lacking(letters: string): Fault {
  const hint = 'Choose a font that has all Georgian and Latin letters in each of its weights.';
  return { code: 'font-lacks-letters', message: `cannot show ${letters}`, hint };
}

const licenceNames = ['LICENSE', 'LICENCE', 'OFL', 'COPYING'];
const licenceFiles = licenceNames.flatMap((name) => ['', '.txt', '.md'].map((ending) => `${name}${ending}`));

/** `folder` is named as `World.read` takes it. */
async function hasLicence(folder: string, world: World): Promise<boolean> {
  for (const name of licenceFiles) if (await world.exists(join(folder, name))) return true;
  return false;
}
