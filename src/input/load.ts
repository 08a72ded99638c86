/** A data file, checked: every value has its type, every text its languages, and all know their places. */
import { Refused, type Report } from '../diagnostics.ts';
import { type Json, readJson } from '../json/json.ts';
import { stepTo } from '../json/path.ts';
import { decode } from '../json/source.ts';
import { lang as langOf, words } from '../model/build.ts';
import { type DataTree, Datum, type Shape } from '../model/datum.ts';
import type { Edition, Lang, Metadata, Words } from '../model/document.ts';
import { nameHints } from '../suggestion.ts';
import type { World } from '../world.ts';
import { reportIssues } from './issues.ts';
import { type LanguageTag, languageNames, languageTags } from './kinds/fields.ts';
import type { Head } from './kinds/kind.ts';
import { type Kind, kinds, schemaOf, shapeOf } from './kinds.ts';

export interface Loaded {
  readonly kind: string;
  /** What paths its data has, for checking templates. */
  readonly shape: Shape;
  /** Relative to the project folder. */
  readonly file: string;
  /** The file's text without a byte order mark, for showing a place in it. */
  readonly text: string;
  /** In the order in which the document declares them. */
  readonly languages: readonly Lang[];
  readonly editions: readonly Edition[];
  /** ISO 8601. */
  readonly date: string;
  metadata(lang: Lang): Metadata;
  /** All values of the document in one of its languages. */
  localize(lang: Lang): DataTree;
}

/** 32 MiB; the largest reports are a hundredth of it. */
const byteLimit = 32 * 2 ** 20;

/**
 * Reads and checks a data file, named relative to the project folder. Reports all that is wrong, at its place, and
 * returns null if anything is.
 */
export async function loadData(file: string, world: World, report: Report): Promise<Loaded | null> {
  const bytes = await readBytes(file, world, report);
  const source = bytes === null ? null : decode(bytes, file, report);
  const json = source === null ? null : readJson(source, report);
  if (source === null || json === null) return null;
  const kind = kindOf(json, report);
  if (kind === null) return null;
  const schema = schemaOf(kind, declaredLanguages(json.value));
  const checked = schema.safeParse(json.value);
  if (checked.success) return loadedOf({ kind, json, data: checked.data, file, text: source.text });
  reportIssues(checked.error.issues, schema, json, report);
  return null;
}

async function readBytes(file: string, world: World, report: Report): Promise<Uint8Array | null> {
  try {
    return await world.read(file, byteLimit);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    for (const diagnostic of error.diagnostics) report.add(diagnostic);
    return null;
  }
}

function kindOf({ value, placeOf }: Json, report: Report): Kind | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const hints = ['Start the file with { and end it with }.'];
    report.error('wrong-type', placeOf('$'), 'A document is an object with named fields.', { hints });
    return null;
  }
  const name: unknown = Object.hasOwn(value, 'kind') ? Reflect.get(value, 'kind') : undefined;
  const known = Object.keys(kinds);
  if (typeof name === 'string') {
    const kind = kinds[name];
    if (kind !== undefined) return kind;
    const hints = nameHints(name, known, 'kinds');
    report.error('unknown-kind', placeOf('$.kind'), `There is no kind of document "${name}".`, { hints });
    return null;
  }
  const hints = [`Add "kind": ${known.map((each) => `"${each}"`).join(' or ')}.`];
  const message = 'The document does not say what kind it is: the field "kind" is missing or not a text.';
  report.error(name === undefined ? 'missing-field' : 'wrong-type', placeOf('$.kind'), message, { hints });
  return null;
}

/** What the texts must be in. Read before the check, which depends on it; if it is wrong, the check will say so. */
function declaredLanguages(value: unknown): readonly LanguageTag[] {
  const declared: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'languages') : null;
  const known = Array.isArray(declared) ? languageTags.filter((tag) => declared.includes(tag)) : [];
  return known.length === 0 ? languageTags : known;
}

interface Checked {
  readonly kind: Kind;
  readonly json: Json;
  readonly data: Head;
  readonly file: string;
  readonly text: string;
}

function loadedOf({ kind, json, data, file, text }: Checked): Loaded {
  const editions = data.languages.map((tag) => ({ lang: sure(langOf(tag)), name: sure(words(languageNames[tag])) }));
  const shape = shapeOf(kind);
  return {
    kind: kind.name,
    shape,
    file,
    text,
    languages: editions.map(({ lang }) => lang),
    editions,
    date: data.date,
    metadata: (lang) => metadataOf(data, lang),
    localize: (lang) => localize(data, shape, '$', { lang, json }),
  };
}

function metadataOf(data: Head, lang: Lang): Metadata {
  const own = (texts: Texts): Words => sure(words(inLanguage(texts, lang)));
  return {
    title: own(data.title),
    description: own(data.description),
    author: own(data.author),
    keywords: data.keywords.map(own),
    date: data.date,
  };
}

type Texts = Head['title'];

function inLanguage(texts: Texts, lang: Lang): string {
  return sure(Object.entries(texts).find(([tag]) => tag === lang)?.[1]);
}

function localize(value: unknown, shape: Shape, path: string, way: { lang: Lang; json: Json }): DataTree {
  if (value === null || value === undefined) return null;
  if (shape.type === 'leaf') return leafOf(value, path, way);
  if (shape.type === 'list') {
    if (!Array.isArray(value)) throw new Error(`no list at ${path}`);
    return value.map((item, index) => localize(item, shape.items, stepTo(path, index), way));
  }
  const fields = Object.entries(shape.fields).map(([name, field]) => [
    name,
    localize(Reflect.get(Object(value), name), field, stepTo(path, name), way),
  ]);
  return Object.fromEntries(fields);
}

function leafOf(value: unknown, path: string, { lang, json }: { lang: Lang; json: Json }): Datum {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return new Datum(value, json.placeOf(path));
  }
  const own: unknown = Reflect.get(Object(value), lang);
  if (typeof own !== 'string') throw new Error(`no text in ${lang} at ${path}`);
  return new Datum(own, json.placeOf(stepTo(path, lang)));
}

/** What the check has made sure of; else it is a bug of ours. */
function sure<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('checked data that is not there');
  return value;
}
