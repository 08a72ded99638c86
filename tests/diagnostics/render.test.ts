import { describe, expect, it } from 'vitest';
import type { Diagnostic, Place } from '../../src/diagnostics.ts';
import { countDiagnostics, frameLine, renderDiagnostics, visible } from '../../src/render-diagnostics.ts';

const at = (line: number, column: number, file = 'data/a.json', path?: string): Place => ({
  file,
  line,
  column,
  ...(path === undefined ? {} : { path }),
});

function finding(overrides: Partial<Diagnostic> = {}): Diagnostic {
  return {
    severity: 'error',
    code: 'unknown-field',
    at: at(2, 3),
    message: 'There is no field "titel".',
    hints: [],
    related: [],
    ...overrides,
  };
}

function render(
  diagnostics: readonly Diagnostic[],
  source: string | null,
  options: { color?: boolean; limit?: number } = {},
) {
  return renderDiagnostics(diagnostics, { color: false, width: 80, ...options, source: async () => source });
}

describe('a finding in the terminal', () => {
  it('has its code, place, source line with a caret, hints, clause and related places', async () => {
    const full = finding({
      at: at(2, 3, 'data/a.json', '$.titel'),
      hints: ['Did you mean "title"?'],
      clause: 'WCAG 2.2, 2.4.2',
      related: [{ at: at(1, 1), message: 'The object starts here.' }],
    });
    expect(await render([full], '{\n  "titel": 1\n}')).toBe(
      [
        'error[unknown-field]: There is no field "titel".',
        '  --> data/a.json:2:3 ($.titel)',
        '  |',
        '2 |   "titel": 1',
        '  |   ^',
        '  hint: Did you mean "title"?',
        '  rule: WCAG 2.2, 2.4.2',
        '  see: The object starts here.',
        '  --> data/a.json:1:1',
        '  |',
        '1 | {',
        '  | ^',
        '',
      ].join('\n'),
    );
  });

  it('does without a frame where there is no place, no file, or no such line', async () => {
    expect(await render([finding({ at: null })], null)).toBe('error[unknown-field]: There is no field "titel".\n');
    expect(await render([finding()], null)).toContain('--> data/a.json:2:3\n');
    expect(await render([finding({ at: at(9, 1) })], 'one line')).not.toContain('|');
  });

  it('counts lines as editors do: after LF, CRLF and CR, without the byte order mark', async () => {
    expect(await render([finding({ at: at(3, 1) })], 'a\r\nb\rthird\n')).toContain('3 | third\n  | ^');
    expect(await render([finding({ at: at(1, 1) })], '\uFEFFfirst')).toContain('1 | first\n  | ^');
  });

  it('sorts by file, line and column, without a place first, and counts what it leaves out', async () => {
    const found = [
      finding({ at: at(1, 1, 'z.json'), message: 'fifth' }),
      finding({ at: at(10, 1), message: 'fourth' }),
      finding({ at: at(9, 7), message: 'third' }),
      finding({ at: at(9, 1), message: 'second' }),
      finding({ at: null, message: 'first' }),
    ];
    const text = await render(found, null);
    expect([...text.matchAll(/: (\w+)\n/g)].map(([, word]) => word)).toEqual([
      'first',
      'second',
      'third',
      'fourth',
      'fifth',
    ]);
    expect(await render(found, null, { limit: 2 })).toMatch(/… and 3 more/);
  });

  it('shows errors before what is no error, where not all are shown', async () => {
    const found = [
      finding({ severity: 'warning', message: 'first', at: at(1, 1) }),
      finding({ severity: 'warning', message: 'second', at: at(2, 1) }),
      finding({ severity: 'error', message: 'third', at: at(3, 1) }),
    ];
    const text = await render(found, null, { limit: 2 });
    expect(text.match(/first|second|third/g)).toEqual(['first', 'third']);
    expect(text).toMatch(/… and 1 more/);
  });

  it('colours only if asked', async () => {
    expect(await render([finding()], 'a\nb')).not.toContain('\u001B');
    expect(await render([finding()], 'a\nb', { color: true })).toContain('\u001B[31m');
  });

  it('never lets data drive the terminal', async () => {
    const evil = '\u001B]0;owned\u0007\u009B2J\u202Etxt\u2066\uE000\uD800\u00AD';
    const place = { ...at(1, 1), path: `$.${evil}` };
    const text = await render([finding({ at: place, message: evil, hints: [evil] })], evil);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E\u2066\uE000\uD800\u00AD]/);
    expect(text).toContain('<U+001B>]0;owned<U+0007><U+009B>2J<U+202E>txt');
  });
});

describe('the frame', () => {
  const under = (line: string, column: number, width = 60) => {
    const { text, indent } = frameLine(line, column, width);
    return `${text}\n${indent}^`;
  };

  it('stands under Georgian letters and letters with combining marks', () => {
    expect(under('"სათაური": 1', 12)).toBe('"სათაური": 1\n           ^');
    expect(under('e\u0301e\u0301x', 5)).toBe('e\u0301e\u0301x\n  ^');
  });

  it('widens tabs and East Asian letters and emoji', () => {
    expect(under('\t\tx', 3)).toBe('    x\n    ^');
    expect(under('漢字😀x', 5)).toBe('漢字😀x\n      ^');
  });

  it('points behind the last letter at the end of a line', () => {
    expect(under('abc', 4)).toBe('abc\n   ^');
    expect(under('', 1)).toBe('\n^');
  });

  it.each([1, 400, 5_000, 9_990, 10_001])('shows a window of a long line around column %i', (column) => {
    const line = Array.from({ length: 1_000 }, (_, index) => String(index).padStart(9, '.').concat('|')).join('');
    const { text, indent } = frameLine(line, column, 60);
    expect(text.length).toBeLessThanOrEqual(60);
    const cut = text.startsWith('…') ? 1 : 0;
    expect(text.startsWith('…')).toBe(column > 60);
    expect(text.endsWith('…')).toBe(column < 9_940);
    const window = text.slice(cut, text.endsWith('…') ? -1 : undefined);
    expect(line.slice(column - 1 - (indent.length - cut)).startsWith(window)).toBe(true);
  });
});

it('spells out what cannot be seen and leaves the rest', () => {
  expect(visible('ქართული, 👩‍👩‍👧 & é')).toBe('ქართული, 👩‍👩‍👧 & é');
  expect(visible('a\nb\u200Bc')).toBe('a<U+000A>b<U+200B>c');
});

it('counts', () => {
  const warning = finding({ severity: 'warning' });
  expect(countDiagnostics([])).toBe('');
  expect(countDiagnostics([finding(), finding(), warning])).toBe('2 errors, 1 warning');
});
