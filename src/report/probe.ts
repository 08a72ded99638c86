/** What a finished PDF says of itself, read back from its objects: facts for readings and absences, and never from the Document. */
import { type PDFDict, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import {
  dictionaryAt,
  dictionaryOf,
  lookup,
  membersAt,
  nameAt,
  streamBytes,
  stringAt,
} from '../finished/pdf/objects.ts';
import { openPdf } from '../outline/pdf/open.ts';
import type { ReadingName } from './basis.ts';
import { isFontSound, readFonts } from './probe-fonts.ts';

export interface PdfFacts {
  /** The part of PDF/UA that the file claims. */
  readonly ua: 1 | 2 | null;
  /** The standards that its metadata name, in the order of ISO's numbers: `PDF/UA-1`, `PDF/A-2a`, `PDF/X-4`. */
  readonly standards: readonly string[];
  readonly pages: number;
  /** The type of each structure element as it is written, in the order of the tree. */
  readonly types: readonly string[];
  readonly roles: Readonly<Record<string, string>>;
  readonly annotations: readonly string[];
  /** Kinds of actions, with those of scripts. */
  readonly actions: readonly string[];
  /** Names of fonts, without the mark of a subset. */
  readonly fonts: readonly string[];
  readonly has: Readonly<
    Record<
      | ('forms' | 'layers' | 'files' | 'threads' | 'encryption' | 'referenceXObjects')
      | ('simpleFonts' | 'otherEncodings' | 'cidSets'),
      boolean
    >
  >;
  /** What was read and how it came out. */
  readonly readings: Readonly<Record<ReadingName, boolean>>;
}

const standardTypes = new Set([
  ...['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Caption', 'TOC', 'TOCI', 'Index', 'NonStruct'],
  ...['Private', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD'],
  ...['THead', 'TBody', 'TFoot', 'Span', 'Quote', 'Note', 'Reference', 'BibEntry', 'Code', 'Link', 'Annot', 'Ruby'],
  ...['RB', 'RT', 'RP', 'Warichu', 'WT', 'WP', 'Figure', 'Formula', 'Form'],
]);

/** Throws `Refused` for what is no PDF that can be read. */
export async function probePdf(bytes: Uint8Array): Promise<PdfFacts> {
  const document = await openPdf(bytes);
  const { catalog, context } = document;
  const objects = context.enumerateIndirectObjects().map(([, object]) => object);
  const dictionaries = objects.flatMap((object) => dictionaryOf(object) ?? []);
  const root = dictionaryAt(catalog, 'StructTreeRoot');
  const elements = root === null ? [] : [...elementsBelow(root)];
  const roleMap = root && dictionaryAt(root, 'RoleMap');
  const roles = Object.fromEntries(
    (roleMap?.keys() ?? []).map((key) => [key.decodeText(), (roleMap && nameAt(roleMap, key.decodeText())) || '']),
  );
  const xmp = metadataOf(catalog);
  const pages = document.getPages();
  const annotated = pages.map((page) => ({
    tabs: nameAt(page.node, 'Tabs'),
    annotations: membersAt(page.node, 'Annots').flatMap((member) => dictionaryOf(context.lookup(member)) ?? []),
  }));
  const annotations = annotated.flatMap((page) => page.annotations);
  const links = annotations.filter((each) => nameAt(each, 'Subtype') === 'Link');
  const forms = objects.filter(
    (object): object is PDFRawStream => object instanceof PDFRawStream && nameAt(object.dict, 'Subtype') === 'Form',
  );
  const fonts = readFonts(dictionaries);
  const preferences = dictionaryAt(catalog, 'ViewerPreferences');
  const names = dictionaryAt(catalog, 'Names');
  const of = (type: string) => elements.filter((element) => nameAt(element, 'S') === type);
  const levels = elements.flatMap((element) => Number(/^H([1-9])$/.exec(nameAt(element, 'S') ?? '')?.[1] ?? 0) || []);
  const noteIds = of('Note').map((note) => stringAt(note, 'ID'));
  const linked = linkedAnnotations(of('Link'));
  const ua = /pdfuaid:part[>="]+\s*(\d)/.exec(xmp ?? '')?.[1];
  return {
    ua: ua === '1' ? 1 : ua === '2' ? 2 : null,
    standards: standardsIn(xmp ?? ''),
    pages: pages.length,
    types: elements.map((element) => nameAt(element, 'S') ?? ''),
    roles,
    annotations: annotations.map((each) => nameAt(each, 'Subtype') ?? ''),
    actions: [...new Set(dictionaries.flatMap(actionOf))].sort(),
    fonts: [...new Set(fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, '')))].sort(),
    has: {
      forms:
        dictionaryAt(catalog, 'AcroForm') !== null || annotations.some((each) => nameAt(each, 'Subtype') === 'Widget'),
      layers: dictionaryAt(catalog, 'OCProperties') !== null,
      files: (names && dictionaryAt(names, 'EmbeddedFiles') !== null) || dictionaries.some((each) => has(each, 'EF')),
      threads: lookup(catalog, 'Threads') !== undefined,
      encryption: context.trailerInfo.Encrypt !== undefined,
      referenceXObjects: forms.some(({ dict }) => has(dict, 'Ref')),
      simpleFonts: fonts.some(({ type }) => type !== 'Type0'),
      otherEncodings: fonts.some(({ encoding }) => encoding !== 'Identity-H'),
      cidSets: fonts.some(({ cidSet }) => cidSet),
    },
    readings: {
      suspects: !/true/.test(String(lookup(dictionaryAt(catalog, 'MarkInfo') ?? catalog, 'Suspects') ?? 'false')),
      'role-map':
        Object.keys(roles).every((type) => endsStandard(type, roles)) &&
        elements.every((each) => endsStandard(nameAt(each, 'S') ?? '', roles)),
      'standard-types': Object.keys(roles).every((type) => !standardTypes.has(type)),
      xmp: xmp !== null,
      identifier: ua === '1',
      title: hasTitle(xmp ?? ''),
      'display-title': preferences !== null && String(lookup(preferences, 'DisplayDocTitle')) === 'true',
      language: (stringAt(catalog, 'Lang') ?? '') !== '',
      'figure-alternatives': of('Figure').every(
        (each) => (stringAt(each, 'Alt') ?? stringAt(each, 'ActualText') ?? '').trim() !== '',
      ),
      'first-heading': (levels[0] ?? 1) === 1,
      'heading-levels': levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1),
      'heading-kinds': of('H').length === 0,
      scopes: of('TH').every(hasScope),
      'note-ids': noteIds.every((id) => id !== null && id !== '') && new Set(noteIds).size === noteIds.length,
      'link-words': links.every((each) => (stringAt(each, 'Contents') ?? '').trim() !== ''),
      'links-tagged': links.every((each) => linked.has(each)),
      tabs: annotated.every((page) => page.annotations.length === 0 || page.tabs === 'S'),
      'form-xobjects': forms.every(({ dict }) => !has(dict, 'StructParents')),
      'embedded-fonts': fonts.every(({ embedded }) => embedded),
      'cid-maps': fonts.every(({ cidToGid }) => cidToGid),
      unicode: fonts.every(({ unicode }) => unicode !== null),
      'unicode-values': fonts.every(isFontSound),
    },
  };
}

const has = (dictionary: PDFDict, key: string): boolean => dictionary.has(PDFName.of(key));

/** Elements of the structure tree in its order; each once, even if a damaged tree leads back into itself. */
function* elementsBelow(root: PDFDict): Generator<PDFDict> {
  const seen = new Set<PDFDict>();
  const waiting = kidsOf(root).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    yield next;
    waiting.push(...kidsOf(next).reverse());
  }
}

function kidsOf(element: PDFDict): PDFDict[] {
  return membersAt(element, 'K').flatMap((member) => {
    const kid = dictionaryOf(element.context.lookup(member));
    return kid !== null && has(kid, 'S') ? [kid] : [];
  });
}

/** The annotations that elements hold by object references (ISO 32000-1, 14.7.4.3). */
function linkedAnnotations(links: readonly PDFDict[]): ReadonlySet<PDFObject> {
  const found = links.flatMap((link) =>
    membersAt(link, 'K').flatMap((member) => {
      const reference = dictionaryOf(link.context.lookup(member));
      const annotation = reference && nameAt(reference, 'Type') === 'OBJR' ? lookup(reference, 'Obj') : undefined;
      return annotation === undefined ? [] : [annotation];
    }),
  );
  return new Set(found);
}

function hasScope(cell: PDFDict): boolean {
  if (has(cell, 'Headers')) return true;
  return membersAt(cell, 'A').some((member) => {
    const attributes = dictionaryOf(cell.context.lookup(member));
    return attributes !== null && (has(attributes, 'Scope') || has(attributes, 'Headers'));
  });
}

/** The kind of an action, or of a script that a dictionary names besides. */
function actionOf(dictionary: PDFDict): string[] {
  const own = [dictionary, ...['A', 'OpenAction', 'AA'].flatMap((key) => dictionaryAt(dictionary, key) ?? [])];
  return own.flatMap((each) => {
    const kind = nameAt(each, 'S');
    if (has(each, 'JS')) return ['JavaScript'];
    if (nameAt(each, 'Type') === 'Action' || (each !== dictionary && kind !== null)) return [kind ?? 'unknown'];
    return [];
  });
}

function metadataOf(catalog: PDFDict): string | null {
  const stream = lookup(catalog, 'Metadata');
  return stream instanceof PDFRawStream ? new TextDecoder().decode(streamBytes(stream)) : null;
}

/** The way through the role map ends at a standard type. */
function endsStandard(type: string, roles: Readonly<Record<string, string>>): boolean {
  const seen = new Set<string>();
  for (let next = type; !seen.has(next); next = roles[next] ?? '') {
    if (standardTypes.has(next)) return true;
    seen.add(next);
  }
  return false;
}

function standardsIn(xmp: string): readonly string[] {
  const value = (name: string) => new RegExp(`${name}[>="]+\\s*([^<"]*)`).exec(xmp)?.[1]?.trim() ?? null;
  const [ua, part, letter, pdfx] = ['pdfuaid:part', 'pdfaid:part', 'pdfaid:conformance', 'pdfxid:GTS_PDFXVersion'].map(
    value,
  );
  return [
    ...(ua === null ? [] : [`PDF/UA-${ua}`]),
    ...(part === null ? [] : [`PDF/A-${part}${(letter ?? '').toLowerCase()}`]),
    ...(xmp.includes('declarations/wtpdf#accessibility') ? ['WTPDF 1.0'] : []),
    ...(pdfx === null || pdfx === undefined ? [] : [pdfx]),
  ];
}

/** Whether the metadata have a title of more than blanks. */
function hasTitle(xmp: string): boolean {
  const start = xmp.indexOf('<dc:title>');
  const end = xmp.indexOf('</dc:title>', start);
  if (start === -1 || end === -1) return false;
  return xmp
    .slice(start, end)
    .split('<')
    .some((part) => part.slice(part.indexOf('>') + 1).trim() !== '');
}
