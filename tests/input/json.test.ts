import fc from 'fast-check';
import { type Node, parseTree } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { type Json, readJson } from '../../src/json/json.ts';
import { numberMeant } from '../../src/json/number.ts';
import { soundTree } from '../../src/json/sound.ts';
import { decode, sourceOf } from '../../src/json/source.ts';

function read(text: string): Json | null {
  return readJson(sourceOf('data.json', text), new Report());
}

function codesOf(text: string): readonly string[] {
  const report = new Report();
  const json = readJson(sourceOf('data.json', text), report);
  expect(json === null).toBe(report.failed);
  return report.diagnostics.map(({ code }) => code);
}

function accepts(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('the grammar is that of JSON, no more and no less', () => {
  test('every value comes back as it was', () => {
    const plain = fc
      .jsonValue({ stringUnit: 'grapheme', noUnicodeString: false })
      .filter((value) => !/__proto__|constructor|prototype/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(plain, fc.integer({ min: 0, max: 4 }), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(read(text)?.value).toEqual(JSON.parse(text));
      }),
    );
  });

  test('a sound text has the values and places that jsonc-parser finds', () => {
    const bare = ({ type, offset, length, value, children }: Node): unknown => {
      return { type, offset, length, value, children: children?.map(bare) };
    };
    const any = fc.jsonValue({ stringUnit: 'grapheme', noUnicodeString: false });
    const blanks = fc.array(fc.constantFrom(' ', '\n', '\r\n', '\t')).map((all) => all.join(''));
    fc.assert(
      fc.property(any, fc.integer({ min: 0, max: 4 }), blanks, (value, indent, around) => {
        const text = around + JSON.stringify(value, null, indent) + around;
        const [own, theirs] = [soundTree(text), parseTree(text)];
        expect(own && bare(own)).toEqual(theirs && bare(theirs));
      }),
    );
  });

  test('a damaged text is refused exactly when JSON.parse refuses it, and nothing is thrown', () => {
    const seed = '{"a": [1, -0.5e3, "ქ\\n\\u10d0\\"", true, null], "b": {"c": [], "d": {}}}';
    const pieces = fc.constantFrom(
      ...'{}[],:"\\ \t\n\r0123.eE+-/*\'ntfu\u00a0\u000b\u2028\ufeff',
      '//',
      '/*',
      'NaN',
      '\\u12',
      '\\x',
    );
    fc.assert(
      fc.property(fc.nat(seed.length), fc.nat(3), pieces, (at, cut, piece) => {
        const text = seed.slice(0, at) + piece + seed.slice(at + cut);
        const codes = codesOf(text).filter((code) => !['duplicate-key', 'forbidden-character'].includes(code));
        expect(codes.length === 0).toBe(accepts(text));
        expect(soundTree(text) !== null).toBe(accepts(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('only the first syntax error is said', () => {
    expect(codesOf('{a: 1,, b: }')).toEqual(['broken-json']);
  });
});

describe('places', () => {
  const text = '{\r\n  "ბ": [10, {"x y": "é"}],\r  "😀": 1\n}';
  const at = (path: string) => {
    const { line, column } = read(text)?.placeOf(path) ?? { line: 0, column: 0 };
    return `${line}:${column}`;
  };

  test('lines end in CRLF, CR or LF; columns count UTF-16 units', () => {
    expect(at('$')).toBe('1:1');
    expect(at('$.ბ')).toBe('2:8');
    expect(at('$.ბ[0]')).toBe('2:9');
    expect(at('$.ბ[1]["x y"]')).toBe('2:21');
    expect(at('$["😀"]')).toBe('3:9');
  });

  test('a path that is not there has the place of what is around it', () => {
    expect(at('$.ბ[1].nothing')).toBe('2:13');
    expect(at('$.ბ[7].nothing.at["all \\"]"]')).toBe('2:8');
    expect(at('$.no')).toBe('1:1');
  });

  test('a name has its own place', () => {
    expect(read(text)?.placeOfName('$.ბ')).toEqual({ file: 'data.json', line: 2, column: 3, path: '$.ბ' });
  });
});

describe('hostile data', () => {
  test('depth is bounded before the parser runs', () => {
    expect(codesOf(`${'['.repeat(40)}${']'.repeat(40)}`)).toEqual([]);
    expect(codesOf('['.repeat(1_000_000))).toEqual(['too-deep']);
    expect(codesOf(JSON.stringify('['.repeat(1000)))).toEqual([]);
  });

  test.each([
    ['blanks', `{"a":${' '.repeat(100_000)}1}`, `{"a":${' '.repeat(100_001)}1}`, 'too-many-blanks 1:6'],
    ['line ends', `${'\n'.repeat(100_000)}{}`, `${'\n'.repeat(100_001)}{}`, 'too-many-blanks 1:1'],
    ['characters', `["${'a'.repeat(100_000)}"]`, `["${'a'.repeat(100_001)}"]`, 'text-too-long 1:2'],
    ['escapes', `["${'\\n\\u10d0'.repeat(50_000)}"]`, `["${'\\u10d0'.repeat(100_001)}"]`, 'text-too-long 1:2'],
    ['names', `{"${'a'.repeat(100_000)}":1}`, `{"${'a'.repeat(100_001)}":1}`, 'text-too-long 1:2'],
    ['values', `[${'1,'.repeat(499_999)}1]`, `[${'1,'.repeat(500_000)}1]`, 'too-many-values 1:1000001'],
  ])('%s are counted before the parser runs', (_, within, beyond, found) => {
    expect(codesOf(within)).toEqual([]);
    const report = new Report();
    expect(readJson(sourceOf('data.json', beyond), report)).toBeNull();
    const told = report.diagnostics.map(({ code, at }) => `${code} ${at?.line}:${at?.column}`);
    expect(told).toEqual([found]);
  });

  test('a reserved name changes no object', () => {
    expect(codesOf('{"__proto__": {"polluted": true}, "a": {"constructor": 1, "prototype": 2}}')).toEqual([
      'forbidden-key',
      'forbidden-key',
      'forbidden-key',
    ]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(codesOf('{"toString": 1, "hasOwnProperty": 2}')).toEqual([]);
  });

  test.each([
    ['NUL', '\\u0000'],
    ['escape', '\\u001b'],
    ['C1', '\u0085'],
    ['private use', '\ue000'],
    ['private plane', '\u{100000}'],
    ['half a pair', '\\udc00'],
    ['non-character', '\uffff'],
  ])('%s is no text', (_, character) => {
    expect(codesOf(`["ა${character}"]`)).toEqual(['forbidden-character']);
    expect(codesOf(`{"ა${character}": 1}`)).toEqual(['forbidden-character']);
  });

  test('the character itself has the place, however those before it are written', () => {
    const report = new Report();
    readJson(sourceOf('data.json', '["\\u10d0\\n\\\\ა\ue000"]'), report);
    expect(report.diagnostics).toMatchObject([{ at: { line: 1, column: 14, path: '$[0]' } }]);
  });

  test('a pair written as two escapes, and a line end, are text', () => {
    expect(codesOf('["\\ud83d\\ude00 \\n\\t"]')).toEqual([]);
  });
});

describe('encodings', () => {
  const decoded = (bytes: readonly number[] | Uint8Array) => {
    const report = new Report();
    const source = decode(Uint8Array.from(bytes), 'data.json', report);
    return source?.text ?? report.diagnostics.map(({ at, message }) => `${at?.line}:${at?.column} ${message}`).join();
  };
  const utf8 = (text: string) => new TextEncoder().encode(text);

  test('a byte order mark is no part of the text, and shifts no column', () => {
    expect(decoded([0xef, 0xbb, 0xbf, ...utf8('{"ა": 1}')])).toBe('{"ა": 1}');
  });

  test.each([
    ['UTF-16', [0xff, 0xfe, 0x7b, 0]],
    ['UTF-16', [0xfe, 0xff, 0, 0x7b]],
    ['UTF-16', [0x7b, 0, 0x7d, 0]],
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0]],
  ])('%s is refused by its name', (name, bytes) => {
    expect(decoded(bytes)).toBe(`1:1 The file is written in ${name}, not UTF-8.`);
  });

  test('a byte that is no UTF-8 is shown where it stands', () => {
    expect(decoded([...utf8('{\n "აბ": "caf'), 0xe9, ...utf8('"}')])).toBe(
      '2:12 The file is not UTF-8: there is the byte E9 here.',
    );
    expect(decoded([...utf8('{\n "'), 0xe1, 0x83])).toBe('2:3 The file is not UTF-8: there is the byte E1 here.');
    expect(decoded([0xef, 0xbb, 0xbf, ...utf8('[ "\uFFFD'), 0xff])).toBe(
      '1:5 The file is not UTF-8: there is the byte FF here.',
    );
  });
});

describe('a value without quotation marks is told what it is', () => {
  test.each([
    ['12k', /"12k" is a number with words\..*in full/],
    ['5 people', /"5 people" is a number with words\./],
    ['~5 km', /number with words/],
    ['2026-11-23', /"2026-11-23" is neither a number nor a text\..*in quotation marks/],
    ['23.11.2026', /neither a number nor a text/],
    ['310,000', /Write 310000\./],
    ['€310000', /Write 310000\./],
    ['1.250,5', /Write 1250\.5\./],
  ])('%s', (typed, words) => {
    for (const text of [
      `{"a":${typed}}`,
      `{"a": ${typed},\n"b":1}`,
      ...(typed.includes(',') ? [] : [`[1, ${typed}]`]),
    ]) {
      const report = new Report();
      expect(readJson(sourceOf('x.json', text), report)).toBeNull();
      const [found] = report.diagnostics;
      expect(`${found?.message} ${found?.hints.join(' ')}`).toMatch(words);
    }
  });
});

describe('a number that people write, as JSON', () => {
  test.each([
    ['310,000', '310000'],
    ['780 000', '780000'],
    ['310\u00A0000,50', '310000.50'],
    ['8,2', '8.2'],
    ['0,123', '0.123'],
    ['1.234.567,89', '1234567.89'],
    ['1,234.5', '1234.5'],
    ['\u22124.5', '-4.5'],
    ['GEL 1,200', '1200'],
    ['1 200,50 ₾', '1200.50'],
    ['125%', '125'],
    ['+5', '5'],
    ['.5', '0.5'],
    ['12 5', null],
    ['1,23,4', null],
    ['12 km', null],
    ['abc', null],
    ['', null],
  ])('%s', (typed, meant) => {
    expect(numberMeant(typed)).toBe(meant);
    if (meant !== null) expect(accepts(meant)).toBe(true);
  });

  test('is one that JSON knows, whatever is typed', () => {
    const sign = fc.constantFrom(...'0123456789,. €%-\u00A0');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
        const meant = numberMeant(signs.join(''));
        if (meant !== null) expect(accepts(meant)).toBe(true);
      }),
    );
  });
});

test('a number is warned of when its digits are not kept, and only then', () => {
  expect(codesOf('[0.1000, 1e3, -0, 0.000, 0.30000000000000004, 9007199254740992, 1E+2]')).toEqual([]);
  expect(codesOf('[9007199254740993]')).toEqual(['number-precision']);
  expect(codesOf('[1e-400]')).toEqual(['number-precision']);
  expect(codesOf('[0.10000000000000001]')).toEqual(['number-precision']);
});
