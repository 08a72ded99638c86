/** The press that a file was made for: its output intents (ISO 32000-1, 14.11.5) and their profiles (ICC.1). */
import { type PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import { dictionaryAt, dictionaryOf, lookup, membersAt, nameAt, numberAt, stringAt } from '../objects.ts';
import { bytesOf } from './streams.ts';

export interface Intent {
  /** `GTS_PDFX`, `GTS_PDFA1` … */
  readonly standard: string;
  /** Such as `FOGRA39`. */
  readonly identifier: string | null;
  readonly profile: EmbeddedProfile | null;
  /** Whether it tells another file that the profile is in, as PDF/X-4p asks. */
  readonly isElsewhere: boolean;
}

export interface EmbeddedProfile {
  readonly bytes: Uint8Array;
  readonly name: string | null;
  /** `CMYK`, `RGB`, `GRAY`; null for what is no profile. */
  readonly space: string | null;
  /** `prtr` for an output device. */
  readonly kind: string | null;
  /** What the file says it has, which must be what the profile has. */
  readonly components: number | null;
}

export function readIntents(catalog: PDFDict): readonly Intent[] {
  return membersAt(catalog, 'OutputIntents').flatMap((member) => {
    const intent = dictionaryOf(catalog.context.lookup(member));
    if (intent === null) return [];
    const stream = lookup(intent, 'DestOutputProfile');
    return [
      {
        standard: nameAt(intent, 'S') ?? '',
        identifier: stringAt(intent, 'OutputConditionIdentifier')?.trim() || null,
        profile: stream instanceof PDFRawStream ? readProfile(stream) : null,
        isElsewhere: (dictionaryAt(intent, 'DestOutputProfileRef')?.keys().length ?? 0) > 0,
      },
    ];
  });
}

export function readProfile(stream: PDFRawStream): EmbeddedProfile {
  const bytes = bytesOf(stream) ?? new Uint8Array();
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const components = numberAt(stream.dict, 'N');
  // ICC.1:2010, 7.2: the size first, `acsp` at 36.
  const isWhole =
    held.length > 132 && held.toString('latin1', 36, 40) === 'acsp' && held.readUInt32BE(0) === held.length;
  if (!isWhole) return { bytes, name: null, space: null, kind: null, components };
  const word = (at: number) => held.toString('latin1', at, at + 4).trim();
  return { bytes, name: nameOf(held), space: word(16), kind: word(12), components };
}

/** The `desc` tag: plain text in version 2, a list of translations in version 4 (ICC.1:2010, 9.2.41, 10.13). */
function nameOf(profile: Buffer): string | null {
  const count = Math.min(profile.readUInt32BE(128), 100);
  for (let entry = 0; entry < count; entry += 1) {
    const at = 132 + 12 * entry;
    if (at + 12 > profile.length) return null;
    if (profile.toString('latin1', at, at + 4) !== 'desc') continue;
    const [start, size] = [profile.readUInt32BE(at + 4), profile.readUInt32BE(at + 8)];
    const tag = profile.subarray(start, start + size);
    if (tag.length < 16) return null;
    if (tag.toString('latin1', 0, 4) === 'desc') return plain(tag.toString('latin1', 12, 12 + tag.readUInt32BE(8)));
    if (tag.toString('latin1', 0, 4) !== 'mluc' || tag.length < 28) return null;
    const [length, offset] = [tag.readUInt32BE(20), tag.readUInt32BE(24)];
    return plain(new TextDecoder('utf-16be').decode(tag.subarray(offset, offset + length)));
  }
  return null;
}

function plain(text: string): string | null {
  const [shown = ''] = text.split('\0', 1);
  return shown.trim().slice(0, 200) || null;
}
