/** The parts of a DOCX file as small XML trees (ECMA-376, part 2 for the package). */
import { strFromU8, unzipSync } from 'fflate';
import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { Refused, refusal } from '../../diagnostics.ts';
import { ElementCount, guardDepth } from '../depth.ts';

/** An element with its name and its attributes' names under the usual prefixes, such as `w:p`, whatever the file calls them. */
export interface Xml {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Xml[];
  /** Its own character data. */
  readonly text: string;
}

export interface Package {
  /** The main document part's root element. */
  readonly document: Xml;
  /** A part related to the main one by a type's last segment, such as `styles`; null if there is none. */
  related(type: string): Xml | null;
  /** The core properties of the package (ECMA-376, part 2, 11); null if it has none. */
  readonly properties: Xml | null;
  /** All parts of a type, such as `header`. */
  every(type: string): readonly Xml[];
  /** The root element of a custom XML part, by its namespace; null if there is none. */
  custom(namespace: string): Xml | null;
  /** The address outside the package that a relationship of the main part or of a related one leads to. */
  external(part: string, id: string): string | null;
  /** What a relationship of the part with this root element leads to; null for none. */
  target(root: Xml, id: string): LinkedPart | null;
}

/** A part within the package, as XML or as bytes where it is none; or an address outside. */
export type LinkedPart =
  | { readonly type: 'xml'; readonly root: Xml }
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  | { readonly type: 'address'; readonly address: string };

/** More than any part of a document that people wrote unpacks to. */
const largestPart = 256 * 1024 * 1024;

const none = new Uint8Array();

/** Throws Refused for bytes that are no DOCX. */
export function openPackage(bytes: Uint8Array): Package {
  const files = unzip(bytes, isText);
  const count = new ElementCount();
  const parsed = new Map<string, Xml>();
  const names = new Map<Xml, string>();
  let media: Record<string, Uint8Array> | null = null;
  const parse = (name: string): Xml | null => {
    const file = files[name];
    const tree = parsed.get(name) ?? (file === undefined ? null : parseXml(strFromU8(file), count));
    if (tree !== null) {
      parsed.set(name, tree);
      names.set(tree, name);
    }
    return tree;
  };
  const packaged = relationships(parse('_rels/.rels'), '');
  const targetOf = (type: string) => packaged.find((relation) => relation.type === type)?.target;
  const main = targetOf('officeDocument');
  const document = main === undefined ? null : parse(main);
  if (main === undefined || document?.name !== 'w:document') throw unreadable();
  const relationsOf = (part: string) => relationships(parse(part.replace(/(?<![^/])([^/]*)$/, '_rels/$1.rels')), part);
  const relations = relationsOf(main);
  const byPart = new Map<string, ReadonlyMap<string, Relationship>>();
  /** The relationships of a part by their ids, read once: each link and each picture asks for one. */
  const byId = (part: string): ReadonlyMap<string, Relationship> => {
    const known = byPart.get(part) ?? firstOf(relationsOf(part), ({ id }) => id);
    byPart.set(part, known);
    return known;
  };
  const partOf = (type: string) => relations.find((relation) => relation.type === type && !relation.external)?.target;
  return {
    document,
    properties: parse(targetOf('core-properties') ?? ''),
    related(type) {
      const name = partOf(type);
      return name === undefined ? null : parse(name);
    },
    every(type) {
      return relations.flatMap((found) => (found.type === type && !found.external ? (parse(found.target) ?? []) : []));
    },
    custom(namespace) {
      const own = relations.filter(({ type, external }) => type === 'customXml' && !external);
      // Told by its first bytes: a part of somebody else's may be anything.
      const found = own.find(({ target }) =>
        strFromU8(files[target]?.subarray(0, 400) ?? none).includes(`"${namespace}"`),
      );
      return found === undefined ? null : parse(found.target);
    },
    external(part, id) {
      const found = byId(part === 'document' ? main : (partOf(part) ?? '')).get(id);
      return found?.external === true ? found.target : null;
    },
    target(root, id) {
      const found = byId(names.get(root) ?? '').get(id);
      if (found === undefined) return null;
      if (found.external) return { type: 'address', address: found.target };
      const own = isText(found.target) ? parse(found.target) : null;
      if (own !== null) return { type: 'xml', root: own };
      // Pictures are large: they are unpacked when one is asked for.
      media ??= unzip(bytes, (name) => !isText(name) && !name.includes('/fonts/'));
      return { type: 'bytes', bytes: media[found.target] ?? none };
    },
  };
}

function isText(name: string): boolean {
  return /\.(?:xml|rels)$/.test(name);
}

function unreadable() {
  return refusal(
    'outline-unreadable',
    null,
    'The file is not a DOCX that can be read.',
    'Open it in Word to see whether it is whole.',
  );
}

/** Of all parts together: far more than memory is wanted for. */
const largestPackage = 512 * 1024 * 1024;

function unzip(bytes: Uint8Array, isWanted: (name: string) => boolean): Record<string, Uint8Array> {
  let whole = 0;
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!isWanted(name)) return false;
        if (originalSize > largestPart) throw tooLarge(name, originalSize);
        whole += originalSize;
        if (whole > largestPackage) throw tooLarge(name, whole);
        return true;
      },
    });
  } catch (error) {
    throw error instanceof Refused ? error : unreadable();
  }
}

function tooLarge(name: string, size: number) {
  const most = largestPart / 2 ** 20;
  return refusal(
    'outline-too-large',
    null,
    `The part "${name}" of the file unpacks to ${Math.round(size / 2 ** 20)} MB; parts of up to ${most} MB are read.`,
    'A document that people wrote is far smaller: ask where the file is from before you open it.',
  );
}

interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

function relationships(rels: Xml | null, source: string): Relationship[] {
  return (rels?.children ?? []).map(({ attributes }) => {
    const external = attributes.get('TargetMode') === 'External';
    const target = attributes.get('Target') ?? '';
    return {
      id: attributes.get('Id') ?? '',
      type: (attributes.get('Type') ?? '').replace(/^.*\//s, ''),
      target: external ? target : new URL(target, `package:/${source}`).pathname.slice(1),
      external,
    };
  });
}

// ---- XML ----------------------------------------------------------------------------------------------------

/** Prefixes by namespace, in the transitional and the strict edition of the standard. */
const prefixes: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w:'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r:'],
  [/\/drawingml\/(?:2006\/)?wordprocessingDrawing$/, 'wp:'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a:'],
  [/\/markup-compatibility\/2006$/, 'mc:'],
  [/\/drawing\/2017\/decorative$/, 'adec:'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm:'],
  [/\/word\/2012\/wordprocessingDrawing$/, 'wp15:'],
  [/^urn:schemas-microsoft-com:vml$/, 'v:'],
  [/\/dc\/elements\/1\.1\/$/, 'dc:'],
];
const prefixByUri = new Map<string, string>([['', '']]);

function qualify(uri: string, local: string): string {
  let prefix = prefixByUri.get(uri);
  if (prefix === undefined) {
    prefix = prefixes.find(([pattern]) => pattern.test(uri))?.[1] ?? '';
    prefixByUri.set(uri, prefix);
  }
  return prefix + local;
}

interface Growing extends Xml {
  readonly children: Xml[];
  text: string;
}

function parseXml(source: string, count: ElementCount): Xml {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: Growing[] = [{ name: '', attributes: new Map(), children: [], text: '' }];
  parser.on('error', () => {
    throw unreadable();
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    count.add();
    const element: Growing = { name: qualify(uri, local), attributes: qualified(attributes), children: [], text: '' };
    open.at(-1)?.children.push(element);
    guardDepth(open.push(element));
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(source.replace(/^\uFEFF/, '')).close();
  const [root] = open[0]?.children ?? [];
  if (root === undefined) throw unreadable();
  return root;
}

const noAttributes: ReadonlyMap<string, string> = new Map();

function qualified(attributes: Readonly<Record<string, SaxesAttributeNS>>): ReadonlyMap<string, string> {
  const all = Object.values(attributes);
  return all.length === 0 ? noAttributes : new Map(all.map(({ uri, local, value }) => [qualify(uri, local), value]));
}

/** As many children as are looked through each time that one is asked for. */
const few = 16;
const firsts = new WeakMap<Xml, ReadonlyMap<string, Xml>>();

/** The first child of a name; found once for all names where there are many, since each run asks for its paragraph's properties. */
export function child(element: Xml | null | undefined, name: string): Xml | null {
  if (!element) return null;
  if (element.children.length <= few) return element.children.find((candidate) => candidate.name === name) ?? null;
  const known = firsts.get(element) ?? firstOf(element.children, (candidate) => candidate.name);
  firsts.set(element, known);
  return known.get(name) ?? null;
}

/** The first of those with a key, by the key. */
export function firstOf<T>(all: readonly T[], keyOf: (each: T) => string): ReadonlyMap<string, T> {
  return new Map(all.toReversed().map((each) => [keyOf(each), each]));
}

/** `w:val` of the first child of a name, which is how WordprocessingML says most properties. */
export function propertyOf(element: Xml | null | undefined, name: string): string | null {
  return child(element, name)?.attributes.get('w:val') ?? null;
}

/** Whether an on/off property is there and on (ECMA-376, 17.17.4). */
export function isOn(element: Xml | null | undefined, name: string): boolean {
  const property = child(element, name);
  return property !== null && !['0', 'false', 'off'].includes(property.attributes.get('w:val') ?? '1');
}

/** An element and all in it, outer before inner; of those that are called `closed` only themselves. */
export function* within(element: Xml, closed = ''): Generator<Xml> {
  yield element;
  if (element.name !== closed) for (const inner of element.children) yield* within(inner, closed);
}
