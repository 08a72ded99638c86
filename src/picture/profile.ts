/**
 * ICC profiles of presses (ICC.1:2022, ISO 15076-1), read as far as a file must be known before ink is trusted to it: its
 * header, its table of tags, and the two tables that lead from light to ink and back. What the tables hold is for the colour
 * library to say (`open-profile.ts`).
 */
import { failure, type Place, Refused } from '../diagnostics.ts';

/** A profile of a press: CMYK, an output device. */
export interface Profile {
  /** What the profile calls itself; empty where it says nothing. */
  readonly name: string;
  /** Absolute path, for the colour library, which reads profiles by their paths only. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** As diagnostics name a profile, and the place that names it, if one does. */
export interface NamedProfile {
  readonly name: string;
  readonly at: Place | null;
}

type Fault = 'profile-damaged' | 'profile-kind';

const headerSize = 128;
/** Profiles have some twenty tags; a count beyond this is noise. */
const mostTags = 512;

/** ICC.1:2022, 7.2.5. */
const classes: Readonly<Record<string, string>> = {
  prtr: 'a press or printer',
  mntr: 'a monitor',
  scnr: 'a scanner or camera',
  link: 'a link between two devices',
  spac: 'a colour space',
  abst: 'an effect',
  nmcl: 'named colours',
};
/** ICC.1:2022, 7.2.6: the spaces that people meet. */
const spaces: Readonly<Record<string, string>> = {
  'RGB ': 'RGB',
  GRAY: 'grey',
  'Lab ': 'Lab',
  'XYZ ': 'XYZ',
  '4CLR': 'four inks',
};

/** The table of each way, with its input and output channels (ICC.1:2022, 8.5.2 wants both of an output profile of inks). */
const ways = [
  { tag: 'A2B0', from: 4, to: 3 },
  { tag: 'B2A0', from: 3, to: 4 },
] as const;
/** Types that such tables come in (ICC.1:2022, 10.10 to 10.13); in all of them, bytes 8 and 9 count the channels. */
const tableTypes = ['mft1', 'mft2', 'mAB ', 'mBA '];

/** Checks a profile and gives its name. Throws `Refused`: `profile-damaged`, `profile-kind`. */
export function readProfile(bytes: Uint8Array, named: NamedProfile): string {
  const fail = (code: Fault, message: string, clause: string): never => {
    throw new Refused([findingOf(code, message, clause, named)]);
  };
  if (bytes.length === 0) fail('profile-damaged', 'it is empty', '7.1');
  if (textAt(bytes, 36, 4) !== 'acsp') fail('profile-damaged', 'it does not have the mark of one, "acsp"', '7.2.9');
  const declared = uint32(bytes, 0);
  if (declared !== bytes.length)
    fail('profile-damaged', `it says that it has ${declared} bytes, and has ${bytes.length}`, '7.2.2');
  const version = bytes[8] ?? 0;
  if (version !== 2 && version !== 4) fail('profile-kind', `it is of version ${version}, not 2 or 4`, '7.2.4');
  const [kind, space, pcs] = [textAt(bytes, 12, 4), textAt(bytes, 16, 4), textAt(bytes, 20, 4)];
  if (kind !== 'prtr' || space !== 'CMYK')
    fail('profile-kind', `it describes ${classes[kind] ?? 'something unknown'}, in ${spaceName(space)}`, '7.2.5');
  if (pcs !== 'Lab ' && pcs !== 'XYZ ')
    fail('profile-kind', `it connects by ${spaceName(pcs)}, not by Lab or XYZ`, '7.2.7');
  const tags = tagsOf(bytes);
  if (typeof tags === 'string') return fail('profile-damaged', tags, '7.3');
  for (const { tag, from, to } of ways) {
    const table = tags.get(tag);
    if (table === undefined) return fail('profile-damaged', `it lacks the table ${tag}`, '8.5.2');
    if (!tableTypes.includes(textAt(table, 0, 4)) || table[8] !== from || table[9] !== to)
      fail('profile-damaged', `its table ${tag} does not lead from ${from} channels to ${to}`, '10.10');
  }
  return descriptionOf(tags.get('desc'));
}

/** What a profile of any kind calls itself, for statements about pictures; empty where it says nothing or is damaged. */
export function profileName(bytes: Uint8Array): string {
  const tags = tagsOf(bytes);
  return typeof tags === 'string' ? '' : descriptionOf(tags.get('desc'));
}

const advice = 'Ask the print shop for the CMYK profile of its press and paper, such as PSOcoated_v3.icc.';

/** For the file that a person named; `reason` follows the file's name. */
export function findingOf(code: Fault, reason: string, clause: string, { name, at }: NamedProfile) {
  const what = code === 'profile-kind' ? 'is not the profile of a CMYK press' : 'is not a valid ICC profile';
  const hints =
    code === 'profile-kind' ? [advice] : ['Get the file again from where it came: it was cut off or changed.', advice];
  return failure(code, at, `"${name}" ${what}: ${reason}.`, { hints, clause: `ICC.1:2022, ${clause}` });
}

function spaceName(signature: string): string {
  return spaces[signature] ?? (/^[\x21-\x7e]{1,4} *$/.test(signature) ? signature.trim() : 'an unknown space');
}

/** The tags by their signatures (ICC.1:2022, 7.3); or what is wrong with their table. */
function tagsOf(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | string {
  const count = uint32(bytes, headerSize);
  const end = headerSize + 4 + 12 * count;
  if (count === 0 || count > mostTags || end > bytes.length)
    return `its table of tags says that it has ${count} of them`;
  const tags = new Map<string, Uint8Array>();
  for (let entry = headerSize + 4; entry < end; entry += 12) {
    const [tag, from, size] = [textAt(bytes, entry, 4), uint32(bytes, entry + 4), uint32(bytes, entry + 8)];
    if (from < end || size < 8 || from + size > bytes.length)
      return `a tag of it, ${spaceName(tag)}, is outside the file`;
    tags.set(tag, bytes.subarray(from, from + size));
  }
  return tags;
}

/** Text of the tag `desc`: ASCII in version 2 (ICC.1:2001-04, 6.5.17), words by language in 4 (ICC.1:2022, 10.15). */
function descriptionOf(tag: Uint8Array | undefined): string {
  if (tag === undefined) return '';
  const type = textAt(tag, 0, 4);
  const text = type === 'desc' ? textAt(tag, 12, uint32(tag, 8)) : type === 'mluc' ? wordsOf(tag) : '';
  const [shown = ''] = text.split('\0', 1);
  return shown
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, 200);
}

/** In English, or else in the first language. */
function wordsOf(tag: Uint8Array): string {
  const count = Math.min(uint32(tag, 8), 100);
  const records = Array.from({ length: count }, (_, index) => 16 + 12 * index);
  const record = records.find((at) => textAt(tag, at, 2) === 'en') ?? records[0];
  if (record === undefined) return '';
  const from = uint32(tag, record + 8);
  return new TextDecoder('utf-16be').decode(tag.subarray(from, from + uint32(tag, record + 4)));
}

/** Latin-1; shorter where the bytes end. */
function textAt(bytes: Uint8Array, from: number, length: number): string {
  return Array.from(bytes.subarray(from, from + length), (byte) => String.fromCharCode(byte)).join('');
}

/** Big-endian; bytes beyond the end are 0. */
function uint32(bytes: Uint8Array, at: number): number {
  return [0, 1, 2, 3].reduce((sum, index) => sum * 256 + (bytes[at + index] ?? 0), 0);
}
