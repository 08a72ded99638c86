/** The JSON text in the studio: where findings stand in it, and what is kept of its line ends. */
import { describe, expect, it } from 'vitest';
import { joined, lineEndsOf, linesOf } from '../../src/studio/page/json/line-ends.ts';
import { editorPhrases } from '../../src/studio/page/json/phrases.ts';
import { fieldRange, pathAt, placed } from '../../src/studio/page/json/places.ts';
import type { StudioFinding } from '../../src/studio/protocol.ts';

const text = '{\n  "titel": { "ka": "გზა" },\n  "list": [1, { "en": "a,b" }]\n}\n';

function finding(more: Partial<StudioFinding>): StudioFinding {
  return {
    severity: 'error',
    code: 'x',
    message: '',
    hints: [],
    clause: null,
    path: null,
    place: null,
    fix: null,
    ...more,
  };
}

/** The words of the text that a finding is marked at. */
const marked = (more: Partial<StudioFinding>, of = text): readonly string[] =>
  placed(of, [finding(more)]).map(({ from, to }) => of.slice(from, to));

describe('the place of a finding in the text', () => {
  it.each([
    ['$.list[1].en', '"a,b"'],
    ['$.list[0]', '1'],
    // Of a record or a list its name, and so of what is not there.
    ['$.titel', '"titel"'],
    ['$.titel.en', '"titel"'],
    ['$.list[1]', '{'],
    ['$.date', '{'],
  ])('%s', (path, words) => {
    expect(marked({ path })).toEqual([words]);
  });

  it('is the name of a field that there is not, whatever it holds', () => {
    const data = '{ "a": { "b": "c" } }';
    expect(marked({ path: '$.a.b', code: 'unknown-field' }, data)).toEqual(['"b"']);
  });

  it('is found by line and column where the text is broken, and none is that of another file', () => {
    const broken = '{\n  "a": x\n';
    expect(marked({ place: '2:8' }, broken)).toEqual(['x']);
    expect(marked({ place: '9:9' }, broken)).toEqual(['\n']);
    expect(marked({ place: 'courses.xlsx' })).toEqual([]);
    expect(marked({ path: '$.a' }, '')).toEqual([]);
  });

  it('is in the order of the text', () => {
    const found = [finding({ path: '$.list[1].en' }), finding({ path: '$.titel' })];
    expect(placed(text, found).map(({ finding: { path } }) => path)).toEqual(['$.titel', '$.list[1].en']);
  });
});

describe('a field in the text', () => {
  it('is framed with its name, and found from the caret', () => {
    const range = fieldRange(text, '$.list[1].en');
    expect(range && text.slice(range.from, range.to)).toBe('"en": "a,b"');
    expect(fieldRange(text, '$.date')).toBeNull();
    expect(fieldRange('{', '$.date')).toBeNull();
    expect(pathAt(text, text.indexOf('a,b'))).toBe('$.list[1].en');
    expect(pathAt('{ "a": [', 8)).toBe('$.a[0]');
    expect(pathAt(text, 0)).toBe('$');
  });

  it('is the last of those that have one name: the one that is read and written', () => {
    const twice = '{ "a": 1, "a": 2 }';
    const range = fieldRange(twice, '$.a');
    expect(range && twice.slice(range.from, range.to)).toBe('"a": 2');
    expect(marked({ path: '$.a' }, twice)).toEqual(['2']);
  });
});

describe('line ends', () => {
  it.each([
    ['a\nb\n', '\n', 3],
    ['a\r\nb\r\n', '\r\n', 3],
    ['a\r\nb\nc', 'mixed', 3],
    ['a\rb', 'mixed', 1],
    ['', '\n', 1],
  ])('%j come back as they were', (given, ends, count) => {
    expect(lineEndsOf(given)).toBe(ends);
    const lines = linesOf(given, lineEndsOf(given));
    expect(lines).toHaveLength(count);
    expect(joined(lines, lineEndsOf(given))).toBe(given);
  });
});

it('says in Georgian what the editor says of its own', () => {
  expect(Object.keys(editorPhrases('en'))).toEqual([]);
  for (const [english, words] of Object.entries(editorPhrases('ka'))) {
    expect(words, english).toMatch(/\p{Script=Georgian}/u);
    expect(words.includes('$'), english).toBe(english.includes('$'));
  }
});
