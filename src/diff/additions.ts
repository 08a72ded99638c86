/** What is new in the edited document: paragraphs, items, rows, and where in the data they belong. */
import { numberOf } from '../input/bring/number.ts';
import type { Edit } from '../json/edit.ts';
import { type Path, pathOf, pathText, valueAt } from '../json/path.ts';
import type { Change } from './change.ts';
import { notate, unreferenced } from './notate.ts';
import { type Pairing, type ReadParagraph, sameCell } from './pairing.ts';
import type { Part } from './parts.ts';
import { composed } from './rewrite.ts';
import { type Data, type Grown, type Growth, shownAs, textsOf } from './texts.ts';

/** What stands in the other languages for a text that was written in one; a build refuses it until it is written. */
export const toWrite = 'TODO';

interface Sides {
  readonly edited: readonly ReadParagraph[];
  readonly pairing: Pairing;
  readonly parts: readonly Part[];
  readonly data: Data;
  readonly lang: string;
  readonly halves: ReadonlyMap<number, number>;
}

export interface Additions {
  /** Paragraphs that go on with a text that has several. */
  readonly grown: Grown;
  readonly changes: readonly Change[];
}

export function additionsOf(sides: Sides): Additions {
  const { edited, pairing, parts, data, halves } = sides;
  const placed = placesOf(parts);
  const blocks = new Set(
    textsOf(parts)
      .filter((text) => shownAs(text, data)?.form === 'block')
      .map(({ place }) => place),
  );
  const isNew = (page: number) => pairing[page] === null && (edited[page]?.words ?? '') !== '';
  const grown = new Map<string, Growth[]>();
  const home = new Map<number, string>();
  const rest: number[] = [];
  const blockAt = (page: number) => {
    const place = home.get(page) ?? placed.last.get(page);
    return place !== undefined && blocks.has(place) ? place : null;
  };
  const alike = (one: number, other: number) =>
    sameCell(edited[one], edited[other]) &&
    edited[one]?.paragraph.heading === null &&
    edited[other]?.paragraph.heading === null;
  for (const page of edited.keys()) {
    if (!isNew(page)) continue;
    const before = alike(page, page - 1) ? blockAt(page - 1) : null;
    let next = page + 1;
    while (next < edited.length && isNew(next) && alike(page, next)) next += 1;
    const opens = edited[page - 1] === undefined || edited[page - 1]?.paragraph.heading !== null;
    const after = before === null && opens && alike(page, next) ? blockAt(next) : null;
    const half = halves.get(page) ?? null;
    const own = parts.find(({ base, place: at }) => base === half && at !== null && blocks.has(at))?.place ?? null;
    const place = own ?? before ?? after;
    if (place === null) {
      rest.push(page);
      continue;
    }
    home.set(page, place);
    grown.set(place, [...(grown.get(place) ?? []), { page, half: own === null ? null : half }]);
  }
  return { grown, changes: groupsOf(rest, edited).map((group) => additionOf(group, placed, sides)) };
}

/** The place of the first and the last words of each edited paragraph. */
function placesOf(parts: readonly Part[]) {
  const [first, last] = [new Map<number, string>(), new Map<number, string>()];
  for (const { page, place } of parts) {
    if (page === null || place === null) continue;
    if (!first.has(page)) first.set(page, place);
    last.set(page, place);
  }
  return { first, last };
}
type Placed = ReturnType<typeof placesOf>;

/** Cells of one row are one thing, items one each, paragraphs next to each other one. */
function groupsOf(pages: readonly number[], edited: readonly ReadParagraph[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (const page of pages) {
    const last = groups.at(-1)?.at(-1);
    const [own, before] = [edited[page]?.paragraph, last === undefined ? undefined : edited[last]?.paragraph];
    const isRow = own?.cell != null && own.cell.table === before?.cell?.table && own.cell.row === before.cell.row;
    const isText =
      own?.cell === null &&
      before?.cell === null &&
      last === page - 1 &&
      own.list === null &&
      before.list === null &&
      own.heading === null &&
      before.heading === null;
    if (isRow || isText) groups.at(-1)?.push(page);
    else groups.push([page]);
  }
  return groups;
}

function additionOf(group: readonly number[], placed: Placed, sides: Sides): Change {
  const { edited } = sides;
  const pages = group.flatMap((page) => edited[page] ?? []);
  const [first] = group;
  const paragraph = pages[0]?.paragraph;
  let before = (first ?? 0) - 1;
  while (before >= 0 && !placed.last.has(before)) before -= 1;
  const near = placed.last.get(before) ?? '$';
  const revisions = pages.flatMap((page) => page.paragraph.revisions);
  const shared = {
    kind: 'added',
    before: null,
    after: pages.map(({ words }) => words).join(paragraph?.cell == null ? '\n' : ' | '),
    revisions,
  } as const;
  const found =
    paragraph?.cell != null
      ? newRow(group, placed, sides)
      : paragraph?.heading !== null && paragraph !== undefined
        ? null
        : paragraph?.list != null
          ? (newItem(first ?? 0, placed, sides) ?? newBlock(group, before, placed, sides))
          : newBlock(group, before, placed, sides);
  if (found === null)
    return { ...shared, path: near, edit: null, note: 'Its place in the data cannot be found: add it by hand.' };
  const { edit, open } = found;
  return { ...shared, path: pathText([...edit.list, edit.after + 1]), edit, note: noteOf(open) };
}

function noteOf(open: readonly string[]): string | null {
  return open.length === 0
    ? null
    : `“${toWrite}” is written there in other languages (${open.join(', ')}): write it before you build.`;
}

type Insert = Extract<Edit, { type: 'insert' }>;
interface Found {
  readonly edit: Insert;
  readonly open: readonly string[];
}

/** A path without the language at its end. */
function withoutLanguage(path: Path, data: Data): Path {
  return data.languages.includes(String(path.at(-1))) ? path.slice(0, -1) : path;
}

function texts(words: string, { data, lang }: Sides): Readonly<Record<string, string>> {
  return Object.fromEntries(data.languages.map((tag) => [tag, tag === lang ? unreferenced(words) : toWrite]));
}

function openIn({ data, lang }: Sides): readonly string[] {
  return data.languages.filter((tag) => tag !== lang);
}

/** After the item before it, or before the item after it. */
function newItem(page: number, placed: Placed, sides: Sides): Found | null {
  const { edited, data } = sides;
  const level = edited[page]?.paragraph.list?.level;
  for (const [near, after] of [
    [page - 1, 0],
    [page + 1, -1],
  ] as const) {
    const place = placed.last.get(near);
    const path = place === undefined || edited[near]?.paragraph.list?.level !== level ? null : pathOf(place);
    const item = path === null ? null : withoutLanguage(path, data);
    const index = item?.at(-1);
    if (path === null || item === null || typeof index !== 'number') continue;
    const letters = edited[page]?.letters ?? [];
    const words = notate(
      letters.map((letter) => ({ letter, from: null })),
      data.formOf(path) ?? 'plain',
      '',
    );
    if (words === null) continue;
    const isPlain = item.length === path.length;
    const edit: Insert = {
      type: 'insert',
      list: item.slice(0, -1),
      after: index + after,
      value: isPlain ? words : texts(words, sides),
    };
    return { edit, open: isPlain ? [] : openIn(sides) };
  }
  return null;
}

/** A block of text, in the list of blocks that stands around what is before it. */
function newBlock(group: readonly number[], before: number, placed: Placed, sides: Sides): Found | null {
  const { edited, data } = sides;
  const path = pathOf(placed.last.get(before) ?? '');
  if (path === null) return null;
  const at = path.findLastIndex((step, index) => typeof step === 'number' && path[index - 1] === 'blocks');
  const isTitle = edited[before]?.paragraph.heading !== null;
  const list =
    at >= 0 && !isTitle ? path.slice(0, at) : isTitle ? [...withoutLanguage(path, data).slice(0, -1), 'blocks'] : null;
  if (list === null || !Array.isArray(valueAt(data.value, list))) return null;
  const now = group.map((page) => ({
    block: null,
    letters: edited[page]?.letters ?? [],
    list: edited[page]?.paragraph.list ?? null,
  }));
  const words = composed('', 'block', [], now);
  if (words === null) return null;
  const after = isTitle ? -1 : Number(path[at]);
  return {
    edit: { type: 'insert', list, after, value: { type: 'text', text: texts(words, sides) } },
    open: openIn(sides),
  };
}

/** A row with cells, after the pattern of the row before it or after it. */
function newRow(group: readonly number[], placed: Placed, sides: Sides): Found | null {
  const { edited, data } = sides;
  const cell = edited[group[0] ?? 0]?.paragraph.cell;
  if (cell == null) return null;
  for (const [row, after] of [
    [cell.row - 1, 0],
    [cell.row + 1, -1],
  ] as const) {
    const near = [...edited.keys()].find((page) => {
      const own = edited[page]?.paragraph.cell;
      return own?.table === cell.table && own.row === row && placed.first.has(page);
    });
    const path = near === undefined ? null : pathOf(placed.first.get(near) ?? '');
    const at = path?.lastIndexOf('cells') ?? -1;
    const index = path?.[at - 1];
    if (path === null || at < 1 || typeof index !== 'number') continue;
    const cells = cellsLike(valueAt(data.value, path.slice(0, at + 1)), group, sides);
    if (cells === null) return null;
    const open = cells.some((each) => 'text' in each) ? openIn(sides) : [];
    return { edit: { type: 'insert', list: path.slice(0, at - 1), after: index + after, value: { cells } }, open };
  }
  return null;
}

function cellsLike(
  pattern: unknown,
  group: readonly number[],
  sides: Sides,
): readonly Readonly<Record<string, unknown>>[] | null {
  const { edited } = sides;
  if (!Array.isArray(pattern)) return null;
  const last = Math.max(...group.map((page) => edited[page]?.paragraph.cell?.column ?? 0));
  if (last >= pattern.length) return null;
  const cells = pattern.map((like: unknown, column): Readonly<Record<string, unknown>> | null => {
    const pages = group.filter((page) => edited[page]?.paragraph.cell?.column === column);
    const words = pages.map((page) => edited[page]?.words ?? '').join(' ');
    if (words === '') return {};
    const type = ['number', 'money', 'percent'].find((name) => valueAt(like, [name]) !== undefined);
    const number = type === undefined ? null : numberOf(words, /,\d{1,2}\D*$/.test(words) ? ',' : '.');
    if (type !== undefined && number !== null) return { [type]: number };
    const letters = pages.flatMap((page) => edited[page]?.letters ?? []);
    const text = notate(
      letters.map((letter) => ({ letter, from: null })),
      'inline',
      '',
    );
    return text === null ? null : { text: texts(text, sides) };
  });
  const whole = cells.filter((each) => each !== null);
  return whole.length < cells.length ? null : whole;
}
