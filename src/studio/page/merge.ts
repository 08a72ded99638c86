/** Two texts that were made of one: where they changed different fields, both changes stand. */
import { type DataPath, parseText, pathText, valueAt, without, withValue } from './edits.ts';
import { isRecord, isSame, valueWith } from './expected.ts';
import { isWithin } from './mend.ts';

interface FieldChange {
  readonly path: DataPath;
  /** Undefined where the field went. */
  readonly value: unknown;
}

/** Their text with what was changed here; null where both changed the same, or the items of one list, or a text is broken. */
export function merged(base: string, mine: string, theirs: string): string | null {
  const [was, own, other] = [base, mine, theirs].map(parseText);
  if (!was?.isSound || !own?.isSound || !other?.isSound) return null;
  const here = changesOf(was.value, own.value);
  const there = changesOf(was.value, other.value).map(({ path }) => pathText(path));
  const meets = ({ path }: FieldChange) => {
    const place = pathText(path);
    return there.some((each) => isWithin(each, place) || isWithin(place, each));
  };
  if (here.some(meets)) return null;
  const text = here.reduce(
    (made, { path, value }) => (value === undefined ? without(made, path) : withValue(made, path, value)),
    theirs,
  );
  const meant = here.reduce((made, { path, value }) => valueWith(made, path, value), other.value);
  const made = parseText(text);
  return made.isSound && isSame(made.value, meant) ? text : null;
}

/** Field by field; a list of another length is changed as a whole. */
function changesOf(was: unknown, now: unknown, path: DataPath = []): readonly FieldChange[] {
  if (isSame(was, now)) return [];
  if (Array.isArray(was) && Array.isArray(now) && was.length === now.length)
    return now.flatMap((item, index) => changesOf(was[index], item, [...path, index]));
  if (!isRecord(was) || !isRecord(now)) return [{ path, value: now }];
  return [...new Set([...Object.keys(was), ...Object.keys(now)])].flatMap((name) =>
    changesOf(valueAt(was, [name]), valueAt(now, [name]), [...path, name]),
  );
}
