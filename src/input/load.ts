/** A data file, checked: every value has its type, every text its languages, and all know their places. */
import type * as z from 'zod';
import { type Place, Refused, Report } from '../diagnostics.ts';
import { type Json, type Mend, readJson } from '../json/json.ts';
import { pathText, stepTo } from '../json/path.ts';
import { withValues } from '../json/replace.ts';
import { decode } from '../json/source.ts';
import { type LanguageTag, languages, languageTags } from '../language/languages.ts';
import { lang as langOf, words } from '../model/build.ts';
import type { DataShape, DataTree } from '../model/datum.ts';
import type { Edition, Lang, Metadata, Words } from '../model/document.ts';
import { hasLanguages, withoutLanguages } from '../model/marks.ts';
import { nameHints } from '../suggestion.ts';
import type { World } from '../world.ts';
import { bringLists } from './bring/bring.ts';
import type { Logos } from './bring/logos.ts';
import { type ChangedCell, checkColumns } from './changed-cells.ts';
import { type Changes, filled, patched, readPart } from './changes.ts';
import { canBeFilledIn, runRules } from './check/check.ts';
import { loadRuleSets } from './check/rule-sets.ts';
import { sheetOf } from './check/sheet.ts';
import { reportIssues } from './issues.ts';
import type { Head } from './kinds/kind.ts';
import { type Kind, kindNamed, kindNames, schemaOf, shapeOf } from './kinds.ts';
import { localized } from './localize.ts';
import { strangeIn } from './mends.ts';
import { withoutEmpty } from './nothing.ts';
import { schemaFileOf } from './own/own-kinds.ts';
import { PastedTexts } from './pasted.ts';
import { withReferences } from './references.ts';

export interface Loaded {
  readonly kind: string;
  /** The kind that it extends, for one of the project's own; else the kind itself. */
  readonly base: string;
  /** The schema of a kind of the project's own, relative to the root; null for one that comes with Etrati. */
  readonly kindFile: string | null;
  /** What paths its data has, for checking templates. */
  readonly shape: DataShape;
  /** Relative to the project folder. */
  readonly file: string;
  /** Where a record of a manifest changes the data, or is the whole of it. */
  readonly record: { readonly file: string; readonly isWhole: boolean } | null;
  /** The file's text without a byte order mark, for showing a place in it. */
  readonly text: string;
  /** The file, byte by byte; where it names files of rows, with these rows in the place of their names. */
  readonly bytes: Uint8Array;
  /** In the order in which the document declares them. */
  readonly languages: readonly Lang[];
  readonly editions: readonly Edition[];
  /** Where the file names its languages. */
  readonly languagesAt: Place;
  /** ISO 8601. */
  readonly date: string;
  metadata(lang: Lang): Metadata;
  /** All values of the document in one of its languages. */
  localize(lang: Lang): DataTree;
}

/** 32 MiB; the largest reports are a hundredth of it. */
const byteLimit = 32 * 2 ** 20;

interface LoadOptions {
  readonly made?: readonly string[] | undefined;
  readonly logos?: Logos | undefined;
  readonly formats?: readonly string[] | undefined;
  readonly changes?: Changes | undefined;
}

/**
 * Reads and checks a data file, named relative to the project folder. Reports all that is wrong, at its place, and
 * returns null if the document cannot be filled in from it: what else is wrong with it can be found then too. `made` are the
 * languages that are made of it, else all: those alone are compared; `logos` stand in for those that emblems do not name;
 * `formats` are those that are made, `changes` those of a record of a manifest.
 */
export async function loadData(
  file: string,
  world: World,
  report: Report,
  { made, logos = {}, formats = ['pdf', 'docx', 'html'], changes }: LoadOptions = {},
): Promise<Loaded | null> {
  const pasted = new PastedTexts();
  const written = await readWritten(file, changes, { world, report, mend: mendTexts(pasted) });
  if (written === null) return null;
  const kind = await kindOf(written.json, world, report);
  if (kind === null) return null;
  const languages = declaredLanguages(written.json.value);
  const schema = schemaOf(kind, languages);
  const mended = { schema, languages, mend: mendTexts(pasted), report };
  const whole = changes?.type === 'cells' ? filled(written.json, changes, mended) : written.json;
  if (whole === null) return null;
  const brought = await bringLists(whole, schema, { world, report, pasted, languages, logos });
  if (brought === null) return null;
  const { taken } = brought;
  const plain = parsed(schema, brought.json, report);
  const json = plain && withReferences(brought.json, sheetOf(schema, plain), report);
  const data = json === brought.json ? plain : json && parsed(schema, json, report);
  if (plain === null || json === null || data === null) return null;
  pasted.report(report);
  const sound = await checkRules(schema, data, { json, world, report, made, formats });
  if (!sound) return null;
  const text = changes === undefined ? written.text : `${JSON.stringify(whole.value, null, 2)}\n`;
  const embedded = taken.size === 0 ? text : withValues(text, taken);
  const isFile = changes === undefined && taken.size === 0;
  const bytes = isFile ? written.bytes : new TextEncoder().encode(embedded);
  return loadedOf({ kind, json, data, file, record: recordOf(changes), text, bytes });
}

/** What the schema makes of data; null with an error for each thing that it does not take. */
function parsed(schema: ReturnType<typeof schemaOf>, json: Json, report: Report): Head | null {
  const checked = schema.safeParse(withoutEmpty(schema, json.value));
  if (checked.success) return checked.data;
  reportIssues(checked.error.issues, schema, json, report);
  return null;
}

interface Written {
  readonly json: Json;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** The data as it is written: in its file, with what a patch makes of it, or whole in a record of a manifest. */
async function readWritten(
  file: string,
  changes: Changes | undefined,
  { world, report, mend }: { readonly world: World; readonly report: Report; readonly mend: Mend },
): Promise<Written | null> {
  const part = changes === undefined || changes.type === 'cells' ? null : readPart(changes, report, mend);
  if (changes?.type === 'whole') return part && { json: part, text: '', bytes: new Uint8Array() };
  const bytes = await readBytes(file, world, report);
  const source = bytes === null ? null : decode(bytes, file, report);
  const json = source === null ? null : readJson(source, report, mend);
  if (bytes === null || source === null || json === null) return null;
  if (changes?.type !== 'patch') return { json, text: source.text, bytes };
  return part && { json: patched(json, part), text: source.text, bytes };
}

/** Texts have languages for their names; paths of files, addresses and codes stay as they are written. */
function mendTexts(pasted: PastedTexts): Mend {
  const inLanguage = new RegExp(`\\.(?:${languageTags.join('|')})$`);
  return (value, path, placeAt) => (inLanguage.test(path) ? pasted.mend(value, placeAt) : value);
}

interface Checks {
  readonly json: Json;
  readonly world: World;
  readonly report: Report;
  readonly made: readonly string[] | undefined;
  readonly formats: readonly string[];
}

/** What the data says must hold together: sums, dates, languages, consents, donors' rules. False where the document cannot be filled in. */
async function checkRules(schema: z.ZodType, data: Head, context: Checks) {
  const { json, world, report, made, formats } = context;
  const own = new Report();
  const sheet = sheetOf(schema, data);
  const named = sheet.parts('visibility').map(({ path, value }) => ({
    name: value.rules,
    at: json.placeOf(pathText([...path, 'rules'])),
  }));
  const languages = data.languages.filter((tag) => made?.includes(tag) ?? true);
  runRules({ ...sheet, languages, formats, ruleSets: await loadRuleSets(named, world, own) }, json, own);
  for (const found of own.diagnostics) report.add(found);
  return own.diagnostics.every(({ severity, code }) => severity !== 'error' || canBeFilledIn(code));
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

async function kindOf({ value, placeOf }: Json, world: World, report: Report): Promise<Kind | null> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const hints = ['Start the file with { and end it with }.'];
    report.error('wrong-type', placeOf('$'), 'A data file must contain an object with named fields.', { hints });
    return null;
  }
  const name: unknown = Object.hasOwn(value, 'kind') ? Reflect.get(value, 'kind') : undefined;
  // Asked for what is wrong only: the project's folder is read for it.
  const known = () => kindNames(world.root);
  if (typeof name === 'string') {
    const kind = await kindNamed(name, world, report);
    if (kind !== undefined) return kind;
    const hints = [...strangeIn(name), ...nameHints(name, await known(), 'kinds')];
    report.error('unknown-kind', placeOf('$.kind'), `There is no kind of document "${name}".`, { hints });
    return null;
  }
  const hints = [`Add "kind": ${(await known()).map((each) => `"${each}"`).join(' or ')}.`];
  const message = 'The field "kind" is missing, or it is not a text.';
  report.error(name === undefined ? 'missing-field' : 'wrong-type', placeOf('$.kind'), message, { hints });
  return null;
}

/** What the texts must be in. Read before the check, which depends on it; if it is wrong, the check will say so. */
function declaredLanguages(value: unknown): readonly LanguageTag[] {
  const declared: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'languages') : null;
  const known = Array.isArray(declared) ? languageTags.filter((tag) => declared.includes(tag)) : [];
  return known.length === 0 ? languageTags : known;
}

function recordOf(changes: Changes | undefined): Loaded['record'] {
  if (changes?.type !== 'cells')
    return changes === undefined ? null : { file: changes.record.file, isWhole: changes.type === 'whole' };
  const [cell] = changes.cells;
  return cell === undefined ? null : { file: cell.at.file, isWhole: false };
}

interface Checked extends Pick<Loaded, 'record'> {
  readonly kind: Kind;
  readonly json: Json;
  readonly data: Head;
  readonly file: string;
  readonly text: string;
  readonly bytes: Uint8Array;
}

function loadedOf({ kind, json, data, file, record, text, bytes }: Checked): Loaded {
  const editions = data.languages.map((tag) => ({ lang: sure(langOf(tag)), name: sure(words(languages[tag].name)) }));
  const shape = shapeOf(kind);
  return {
    kind: kind.name,
    base: kind.base ?? kind.name,
    kindFile: kind.base === undefined ? null : schemaFileOf(kind.name),
    shape,
    file,
    record,
    text,
    bytes,
    languages: editions.map(({ lang }) => lang),
    editions,
    languagesAt: json.placeOf('$.languages'),
    date: data.date,
    metadata: (lang) => metadataOf(data, { lang, json }),
    localize: (lang) => localized(data, shape, { lang, json }),
  };
}

function metadataOf(data: Head, { lang, json }: { readonly lang: Lang; readonly json: Json }): Metadata {
  const places = new Map<string, Place>();
  const mixed = new Set<string>();
  const own = (texts: Texts, path: string): Words => {
    const text = inLanguage(texts, lang);
    const plain = sure(words(withoutLanguages(text)));
    if (hasLanguages(text)) mixed.add(plain);
    if (!places.has(plain)) places.set(plain, json.placeOf(stepTo(path, lang)));
    return plain;
  };
  return {
    title: own(data.title, '$.title'),
    description: own(data.description, '$.description'),
    author: own(data.author, '$.author'),
    keywords: data.keywords.map((keyword, index) => own(keyword, stepTo('$.keywords', index))),
    date: data.date,
    places,
    mixed,
  };
}

type Texts = Head['title'];

function inLanguage(texts: Texts, lang: Lang): string {
  return sure(Object.entries(texts).find(([tag]) => tag === lang)?.[1]);
}

/** What the check has made sure of; else it is a bug of ours. */
function sure<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('checked data that is not there');
  return value;
}

/**
 * Reports the columns of a manifest that name no field of a data file; nothing where the file cannot be read.
 *
 * @param beside the columns that a manifest has for itself
 */
export async function checkColumnsOf(
  file: string,
  columns: readonly ChangedCell[],
  { world, report, beside }: { world: World; report: Report; beside: readonly string[] },
): Promise<void> {
  const own = new Report();
  const written = await readWritten(file, undefined, { world, report: own, mend: (value) => value });
  const kind = written && (await kindOf(written.json, world, own));
  if (written === null || kind === null) return;
  const languages = declaredLanguages(written.json.value);
  const base = written.json.value;
  checkColumns(columns, { schema: schemaOf(kind, languages), languages, decimal: null, base, report, beside });
}
