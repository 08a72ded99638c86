/** The easy-to-read text of a document: what its sections say in plain words, in their order, as a template of its own takes it. */
import type { Place } from '../diagnostics.ts';
import { languageTags } from '../language/languages.ts';
import { type DataList, type DataRecord, type DataShape, type DataTree, Datum, place, placed } from '../model/datum.ts';
import { plainHeadIn, plainIn } from './kinds/easy.ts';
import { fieldsIn } from './kinds/fields.ts';
import { shapeOfSchema } from './shape.ts';

const leaf: DataShape = { type: 'leaf' };
const leaves: DataShape = { type: 'list', items: leaf };

/** What paths the template of easy reading has. */
export function easyShape(): DataShape {
  const fields = fieldsIn(languageTags);
  const rows = fieldOf(shapeOfSchema(plainIn(fields)), 'rows');
  const head = shapeOfSchema(plainHeadIn(fields));
  const part: DataShape = { type: 'record', fields: { id: leaf, title: leaf, rows } };
  return {
    type: 'record',
    fields: {
      ...{ title: leaf, author: leaf, copyright: leaf, credits: leaves, about: leaf, rows },
      ...{ reviewers: fieldOf(head, 'reviewers'), mark: leaf },
      parts: { type: 'list', items: part },
    },
  };
}

function fieldOf(shape: DataShape, name: string): DataShape {
  const field = shape.type === 'record' ? shape.fields[name] : undefined;
  if (field === undefined) throw new Error(`easy reading without "${name}"`);
  return field;
}

/** Null where a document says nothing in plain words. */
export function easyTree(document: DataTree): DataRecord | null {
  if (!isRecord(document)) return null;
  const head = document.plain ?? null;
  const own = isRecord(head) ? head : {};
  const ids = new Set<string>();
  const parts = named(inOrder(document).flatMap(partsIn), ids);
  const rows = own.rows ?? null;
  if (parts.length === 0 && rows === null) return null;
  const imprint = document.imprint ?? null;
  const at = placeOf(document);
  const all = [...listed(rows), ...parts.flatMap((each) => (isRecord(each) ? listed(each.rows ?? null) : []))];
  const tree: DataRecord = {
    title: own.title ?? document.title ?? null,
    author: document.author ?? null,
    copyright: isRecord(imprint) ? (imprint.copyright ?? null) : null,
    credits: placed(creditsIn(all), at),
    about: new Datum(unused('about', ids), at),
    rows,
    reviewers: own.reviewers ?? null,
    mark: own.mark ?? null,
    parts: placed(parts, at),
  };
  placed(tree, at);
  return tree;
}

/** A part of the data with what links call it, where they can: its id, or the name of its field. */
interface NamedTree {
  readonly name: string | null;
  readonly tree: DataTree;
}

/** The parts as the document has them: in the order of its chapters, where it has one. */
function inOrder(document: DataRecord): readonly NamedTree[] {
  const fields = Object.entries(document)
    .filter(([name]) => name !== 'plain' && name !== 'chapters')
    .map(([name, tree]): NamedTree => ({ name, tree }));
  const sections = listed(document.sections ?? null);
  const chapters = listed(document.chapters ?? null).flatMap((chapter): readonly NamedTree[] => {
    const called = chapter instanceof Datum ? String(chapter.value) : '';
    const section = sections.find((each) => idOf(each) === called);
    return section === undefined ? fields.filter(({ name }) => name === called) : [{ name: called, tree: section }];
  });
  if (chapters.length === 0) return fields;
  const trees = new Set(chapters.map(({ tree }) => tree));
  // Sections of one's own are chapters, each by its id.
  return [...chapters, ...fields.filter(({ name, tree }) => name !== 'sections' && !trees.has(tree))];
}

function idOf(tree: DataTree): string | null {
  return isRecord(tree) && tree.id instanceof Datum ? String(tree.id.value) : null;
}

interface PlainPart {
  readonly name: string | null;
  readonly part: DataRecord;
}

/** Each record that has plain words, with its heading in them or else its own; then those within it. */
function partsIn({ name, tree }: NamedTree): readonly PlainPart[] {
  if (Array.isArray(tree)) return tree.flatMap((each) => partsIn({ name: null, tree: each }));
  if (!isRecord(tree)) return [];
  const { plain = null, ...rest } = tree;
  const within = Object.entries(rest).flatMap(([field, each]) => partsIn({ name: field, tree: each }));
  if (!isRecord(plain)) return within;
  const part = { title: plain.title ?? tree.title ?? null, rows: plain.rows ?? null };
  return [{ name: idOf(tree) ?? name, part: placed(part, placeOf(plain)) as DataRecord }, ...within];
}

/** Each with an id of its own: the one that the standard edition has for it, so that links lead to it here too. */
function named(parts: readonly PlainPart[], ids: Set<string>): readonly DataTree[] {
  return parts.map(({ name, part }, index) => {
    const at = placeOf(part);
    const own = name?.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) ?? `part-${index + 1}`;
    const id = unused(own, ids);
    ids.add(id);
    return placed({ ...part, id: new Datum(id, at) }, at);
  });
}

function unused(id: string, ids: ReadonlySet<string>): string {
  return ids.has(id) ? unused(`${id}-`, ids) : id;
}

/** Of pictures, each once. */
function creditsIn(rows: readonly DataTree[]): readonly Datum[] {
  const credits = rows.flatMap((row) => {
    const picture = isRecord(row) ? (row.picture ?? null) : null;
    const credit = isRecord(picture) ? picture.credit : null;
    return credit instanceof Datum ? [[credit.value, credit] as const] : [];
  });
  return [...new Map(credits).values()];
}

function listed(tree: DataTree): DataList {
  return Array.isArray(tree) ? tree : [];
}

function isRecord(tree: DataTree): tree is DataRecord {
  return tree !== null && !(tree instanceof Datum) && !Array.isArray(tree);
}

function placeOf(tree: DataRecord): Place {
  const at = tree[place];
  if (at === undefined) throw new Error('a record without its place');
  return at;
}
