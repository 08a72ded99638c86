/** The parts of a file beside what its pages paint: what it says of itself, and every dictionary that it has. */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { dictionaryAt, dictionaryOf, lookup } from '../objects.ts';
import { bytesOf } from './streams.ts';
import { readXmp, type Xmp } from './xmp.ts';

export interface FileParts {
  readonly catalog: PDFDict;
  readonly info: PDFDict | null;
  /** Whether the trailer names the file by its two identifiers (ISO 32000-1, 14.4). */
  readonly hasId: boolean;
  readonly hasXmp: boolean;
  /** Null for none, or one that is no XMP. */
  readonly xmp: Xmp | null;
  /** Those of streams too, and those that stand in others directly; none whose keys are names of resources or glyphs. */
  readonly dictionaries: readonly FileDictionary[];
  /** Arrays that tell colour spaces with parameters, such as `[/Separation …]`. */
  readonly spaces: readonly PDFArray[];
}

export interface FileDictionary {
  readonly dictionary: PDFDict;
  readonly stream: PDFStream | null;
}

export function partsOfFile({ context }: PDFDocument, catalog: PDFDict): FileParts {
  const found = { dictionaries: [] as FileDictionary[], spaces: [] as PDFArray[] };
  for (const [, object] of context.enumerateIndirectObjects()) gather(object, found, 0);
  const named = new Set(found.dictionaries.flatMap(({ dictionary }) => [...namesIn(dictionary)]));
  const metadata = lookup(catalog, 'Metadata');
  const bytes = metadata instanceof PDFRawStream ? bytesOf(metadata) : null;
  const id = context.lookup(context.trailerInfo.ID);
  return {
    catalog,
    info: dictionaryOf(context.lookup(context.trailerInfo.Info)),
    hasId: id instanceof PDFArray && id.size() === 2,
    hasXmp: metadata !== undefined,
    xmp: bytes === null ? null : readXmp(bytes),
    spaces: found.spaces,
    dictionaries: found.dictionaries.filter(({ dictionary }) => !named.has(dictionary)),
  };
}

/** Dictionaries whose keys are names that a program gave, and tell nothing: of resources by their kinds, and of glyphs. */
function* namesIn(owner: PDFDict): Generator<PDFDict> {
  for (const key of ['Resources', 'DR']) {
    for (const kind of dictionaryAt(owner, key)?.values() ?? []) {
      const names = owner.context.lookup(kind);
      if (names instanceof PDFDict) yield names;
    }
  }
  const glyphs = dictionaryAt(owner, 'CharProcs');
  if (glyphs !== null) yield glyphs;
}

/** Deeper than any dictionary that a program writes in one object. */
const deepest = 32;

const families = ['Separation', 'DeviceN', 'ICCBased', 'Indexed', 'Pattern', 'Lab', 'CalRGB', 'CalGray'].map((name) =>
  PDFName.of(name),
);

function gather(object: PDFObject, found: { dictionaries: FileDictionary[]; spaces: PDFArray[] }, depth: number): void {
  if (depth > deepest || object instanceof PDFRef) return;
  if (object instanceof PDFArray) {
    const [first] = object.asArray();
    if (first instanceof PDFName && families.includes(first)) found.spaces.push(object);
    for (const member of object.asArray()) gather(member, found, depth + 1);
    return;
  }
  const dictionary = object instanceof PDFStream ? object.dict : object;
  if (!(dictionary instanceof PDFDict)) return;
  found.dictionaries.push({ dictionary, stream: object instanceof PDFStream ? object : null });
  for (const value of dictionary.values()) gather(value, found, depth + 1);
}
