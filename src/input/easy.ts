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
      ...{ title: leaf, author: leaf, copyright: leaf, credits: leaves, rows },
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
  const parts = inOrder(document).flatMap(partsIn).map(numbered);
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
    rows,
    reviewers: own.reviewers ?? null,
    mark: own.mark ?? null,
    parts: placed(parts, at),
  };
  placed(tree, at);
  return tree;
}

/** The parts as the document has them: in the order of its chapters, where it has one. */
function inOrder(document: DataRecord): readonly DataTree[] {
  const named = Object.entries(document).filter(([name]) => name !== 'plain' && name !== 'chapters');
  const fields = new Map(named);
  const sections = listed(fields.get('sections') ?? null);
  const chapters = listed(document.chapters ?? null).flatMap((chapter) => {
    const name = chapter instanceof Datum ? String(chapter.value) : '';
    const section = sections.find((each) => isRecord(each) && each.id instanceof Datum && each.id.value === name);
    return section ?? fields.get(name) ?? [];
  });
  if (chapters.length === 0) return [...fields.values()];
  const rest = named.flatMap(([name, tree]) => (name === 'sections' || chapters.includes(tree) ? [] : [tree]));
  return [...chapters, ...rest];
}

/** Each record that has plain words, with its heading in them or else its own; then those within it. */
function partsIn(tree: DataTree): readonly DataRecord[] {
  if (Array.isArray(tree)) return tree.flatMap(partsIn);
  if (!isRecord(tree)) return [];
  const { plain = null, ...rest } = tree;
  const within = Object.values(rest).flatMap(partsIn);
  if (!isRecord(plain)) return within;
  const part = { title: plain.title ?? tree.title ?? null, rows: plain.rows ?? null };
  return [placed(part, placeOf(plain)) as DataRecord, ...within];
}

function numbered(part: DataRecord, index: number): DataTree {
  const at = placeOf(part);
  return placed({ ...part, id: new Datum(`part-${index + 1}`, at) }, at);
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
