import { describe, expect, it } from 'vitest';
import {
  type DataPath,
  parseText,
  valueAt,
  withItem,
  withItems,
  withMoved,
  without,
  withValue,
} from '../../src/studio/page/edits.ts';
import { isSame, valueWith } from '../../src/studio/page/expected.ts';
import { merged } from '../../src/studio/page/merge.ts';

describe('a list on one line', () => {
  it('loses the item that is removed and nothing else', () => {
    expect(without('{"a": ["x", "y"]}', ['a', 1])).toBe('{"a": ["x"]}');
    expect(without('{"a": ["x", "y"]}', ['a', 0])).toBe('{"a": ["y"]}');
    expect(without('{"a": [1, 2]}', ['a', 1])).toBe('{"a": [1]}');
    expect(without('{"a": [ 1 ]}', ['a', 0])).toBe('{"a": []}');
  });

  it('stays on it when items move or come', () => {
    expect(withMoved('{"a": [1,  2.0, 3]}', ['a'], 1, 0)).toBe('{"a": [2.0,  1, 3]}');
    expect(withItem('{\n  "a": [1, 2]\n}', ['a'], 2, 3)).toBe('{\n  "a": [1, 2, 3]\n}');
    expect(withItem('{\n  "a": [1, 2]\n}', ['a'], 0, { b: [] })).toBe('{\n  "a": [{"b": []}, 1, 2]\n}');
  });
});

describe('a text that begins with the mark of UTF-8', () => {
  it('is read and edited, and keeps it', () => {
    expect(parseText('\ufeff{"a": 1}')).toEqual({ value: { a: 1 }, isSound: true });
    expect(withValue('\ufeff{"a": 1}', ['a'], 2)).toBe('\ufeff{"a": 2}');
  });
});

describe('a text that is nested deeper than any data', () => {
  it('is a broken one', () => {
    expect(parseText('['.repeat(200_000)).isSound).toBe(false);
  });
});

describe('two texts of one', () => {
  const base = '{"a": {"en": "x", "ka": "y"}, "list": [1, 2]}';

  it('become one where different fields were changed', () => {
    const theirs = '{"a": {"en": "x", "ka": "ყ"}, "list": [1, 3]}';
    expect(merged(base, '{"a": {"en": "z", "ka": "y"}, "list": [1, 2]}', theirs)).toBe(
      '{"a": {"en": "z", "ka": "ყ"}, "list": [1, 3]}',
    );
    expect(
      merged(base, '{"a": {"en": "x"}, "list": [0, 2], "new": []}', '{"a": {"en": "w", "ka": "y"}, "list": [1, 3]}'),
    ).toBe('{"a": {"en": "w"}, "list": [0, 3], "new": []}');
  });

  it('do not where the same field or list was, or one is broken', () => {
    const mine = '{"a": {"en": "z", "ka": "y"}, "list": [1, 2, 3]}';
    expect(merged(base, mine, base.replace('"x"', '"w"'))).toBeNull();
    expect(merged(base, mine, base.replace('[1', '[0'))).toBeNull();
    expect(merged(base, mine, base.replace('{"en": "x", "ka": "y"}', '0'))).toBeNull();
    expect(merged(base, mine, '{')).toBeNull();
  });
});

describe('a name that is given twice', () => {
  it('is changed where it is read, and removed everywhere', () => {
    expect(withValue('{"a": 1, "a": 2}', ['a'], 3)).toBe('{"a": 1, "a": 3}');
    expect(without('{"a": 1, "b": 0, "a": 2}', ['a'])).toBe('{"b": 0}');
  });
});

/** Numbers that are the same on each run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const leaves = [0, -1.5, 1e21, true, null, '', 'x', 'a "b", [c]', 'ქართული\n', '{'] as const;
const names = ['a', 'b', 'ka', 'en', 'a.b', '__proto__', 'constructor', '"', ''] as const;

function madeValue(next: (below: number) => number, depth: number): unknown {
  const kind = depth === 0 ? 0 : next(4);
  if (kind < 1) return leaves[next(leaves.length)];
  const count = next(4);
  if (kind < 3) return Array.from({ length: count }, () => madeValue(next, depth - 1));
  return Object.fromEntries(
    Array.from({ length: count }, () => [names[next(names.length)], madeValue(next, depth - 1)]),
  );
}

/** Written as people and programs do, with blanks and lines anywhere. */
function madeText(value: unknown, next: (below: number) => number): string {
  const style = next(4);
  if (style === 0) return JSON.stringify(value);
  if (style === 1) return JSON.stringify(value, null, '\t').replaceAll('\n', '\r\n');
  const blank = () => ['', ' ', '', '\n', '\n    ', '\t', '\r\n'][next(style === 2 ? 3 : 7)] ?? '';
  const write = (inner: unknown): string => {
    const list = Array.isArray(inner);
    if (typeof inner !== 'object' || inner === null) return JSON.stringify(inner);
    const parts = Object.entries(inner).map(([name, each]) =>
      list ? write(each) : `${JSON.stringify(name)}${blank()}:${blank()}${write(each)}`,
    );
    const held = parts.map((part) => `${blank()}${part}${blank()}`).join(',') || blank();
    return list ? `[${held}]` : `{${held}}`;
  };
  return `${['', '\ufeff'][next(2)]}${blank()}${write(value)}${blank()}`;
}

function pathsOf(value: unknown, path: DataPath = []): readonly DataPath[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [
    path,
    ...inner.flatMap(([name, each]) => pathsOf(each, [...path, Array.isArray(value) ? Number(name) : name])),
  ];
}

/** What is neither blank nor a comma stays, in its order, before and after what is edited: of `now`, in `was`, or the other way. */
function staysAround(was: string, now: string): boolean {
  const [shorter, longer] = was.length < now.length ? [was, now] : [now, was];
  let head = 0;
  while (head < shorter.length && shorter[head] === longer[head]) head += 1;
  let tail = 0;
  while (tail < shorter.length - head && shorter.at(-1 - tail) === longer.at(-1 - tail)) tail += 1;
  return head + tail === shorter.length || /^[\s,]*$/.test(shorter.slice(head, shorter.length - tail));
}

describe('edits of any JSON', () => {
  it('give the value that is meant, and leave every other byte', () => {
    const next = numbers(16);
    for (let round = 0; round < 300; round += 1) {
      const value = madeValue(next, 4);
      if (typeof value !== 'object' || value === null) continue;
      const text = madeText(value, next);
      const check = (made: string, meant: unknown, what: string) => {
        const { value: got, isSound } = parseText(made);
        if (!isSound || !isSame(got, meant)) expect({ what, text, made }).toEqual(meant);
      };
      for (const path of pathsOf(value)) {
        const inner = valueAt(value, path);
        const what = path.join('/');
        const fresh = madeValue(next, 2);
        if (path.length > 0) {
          const removed = without(text, path);
          check(removed, valueWith(value, path, undefined), `remove ${what}`);
          expect(staysAround(text, removed), `${text} → ${removed}`).toBe(true);
          check(withValue(text, path, fresh), valueWith(value, path, fresh), `set ${what}`);
        }
        if (Array.isArray(inner)) {
          for (let at = 0; at <= inner.length; at += 1) {
            const inserted = withItem(text, path, at, fresh);
            check(inserted, valueWith(value, path, inner.toSpliced(at, 0, fresh)), `insert ${what} ${at}`);
            expect(staysAround(text, inserted), `${text} → ${inserted}`).toBe(true);
          }
          const both = [fresh, 7];
          check(withItems(text, path, both), valueWith(value, path, [...inner, ...both]), `append ${what}`);
          for (let from = 0; from < inner.length; from += 1)
            for (let to = 0; to < inner.length; to += 1) {
              const moved = inner.toSpliced(from, 1).toSpliced(to, 0, inner[from]);
              const made = withMoved(text, path, from, to);
              check(made, valueWith(value, path, moved), `move ${what} ${from} ${to}`);
              expect(made.length).toBe(text.length);
            }
        } else if (typeof inner === 'object' && inner !== null) {
          const grown = withValue(text, [...path, 'new'], fresh, ['a', 'new', 'b']);
          check(grown, valueWith(value, [...path, 'new'], fresh), `add ${what}`);
          expect(staysAround(text, grown), `${text} → ${grown}`).toBe(true);
          check(withValue(text, [...path, 'new', 0, 'x'], 1), valueWith(value, [...path, 'new', 0, 'x'], 1), 'deep');
        }
      }
    }
  });
});
