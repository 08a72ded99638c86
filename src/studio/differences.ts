/** What differs between two texts of a document, value by value; for both the server and the page. */
import { pathText } from '../json/path.ts';

/** A value that is another one, that came (`was` is null) or that went (`now` is null). */
export interface DataDifference {
  /** As findings write it. */
  readonly path: string;
  readonly was: string | null;
  readonly now: string | null;
}

export interface DataDifferences {
  /** The first of them, in the order of the data. */
  readonly shown: readonly DataDifference[];
  /** How many there are; no more are counted than `mostCounted`. */
  readonly count: number;
}

/** More would tell nobody anything. */
export const mostCounted = 1000;
/** Letters of a value that are shown. */
const longest = 2000;

/** @param most how many are shown */
export function differencesOf(before: unknown, after: unknown, most: number): DataDifferences {
  const found: DataDifference[] = [];
  let count = 0;
  const add = (path: Path, was: unknown, now: unknown): void => {
    count += 1;
    if (found.length < most) found.push({ path: pathText([...path]), was: wordsOf(was), now: wordsOf(now) });
  };
  const compare = (one: unknown, other: unknown, path: Path): void => {
    if (count >= mostCounted || one === other) return;
    if (Array.isArray(one) && Array.isArray(other)) compareLists(one, other, path);
    else if (isRecord(one) && isRecord(other)) {
      for (const name of new Set([...Object.keys(one), ...Object.keys(other)]))
        compare(own(one, name), own(other, name), [...path, name]);
    } else add(path, one, other);
  };
  /** What the lists begin and end with alike is the same; what is between is held against each other in its order. */
  const compareLists = (one: readonly unknown[], other: readonly unknown[], path: Path): void => {
    const [old, now] = [one.map(keyOf), other.map(keyOf)];
    const shorter = Math.min(old.length, now.length);
    let head = 0;
    while (head < shorter && old[head] === now[head]) head += 1;
    let tail = 0;
    while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
    const paired = shorter - head - tail;
    for (let index = head; index < head + paired; index += 1) compare(one[index], other[index], [...path, index]);
    for (let index = head + paired; index < one.length - tail && count < mostCounted; index += 1)
      add([...path, index], one[index], undefined);
    for (let index = head + paired; index < other.length - tail && count < mostCounted; index += 1)
      add([...path, index], undefined, other[index]);
  };
  compare(before, after, []);
  return { shown: found, count };
}

type Path = readonly (string | number)[];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names such as `constructor` are names of the data as any other. */
function own(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function keyOf(value: unknown): string {
  return JSON.stringify(value) ?? '';
}

/** The words of a value, of a part those of all that is in it; null for none. */
function wordsOf(value: unknown): string | null {
  if (value === undefined) return null;
  const words: string[] = [];
  let length = 0;
  const read = (inner: unknown): void => {
    if (length > longest) return;
    if (typeof inner === 'object' && inner !== null) for (const each of Object.values(inner)) read(each);
    else {
      words.push(String(inner));
      length += words.at(-1)?.length ?? 0;
    }
  };
  read(value);
  const text = words.join(' · ');
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
