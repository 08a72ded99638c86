import { expect, it } from 'vitest';
import { explain, rules } from '../../src/cli/explain.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { Refused } from '../../src/diagnostics.ts';

/** What a command prints. */
function printed(command: (terminal: Terminal) => number): string {
  let text = '';
  const stdout = { write: (part: string) => (text += part) };
  expect(command({ stdout } as unknown as Terminal)).toBe(0);
  return text;
}

it('says what a code means, what to do and who asks for it', () => {
  const text = printed((terminal) => explain('alt-generic', false, terminal));
  expect(text).toMatch(/^error\[alt-generic\]/);
  expect(text).toContain('Describe what the picture shows.');
  expect(text).toContain('WCAG 2.2, 1.1.1');
  expect(text).toContain('A document with it is not written.');
});

it('says how to allow a warning', () => {
  expect(printed((terminal) => explain('cut-sentence', false, terminal))).toContain('"code": "cut-sentence"');
});

it('gives the same as JSON', () => {
  const json = JSON.parse(printed((terminal) => explain('unknown-field', true, terminal)));
  expect(json).toMatchObject({ code: 'unknown-field', severity: 'error', stage: 'Files', clause: null });
});

it('knows what was meant by an unknown code', () => {
  const call = () => explain('cut-sentense', false, {} as Terminal);
  expect(call).toThrow(Refused);
  expect(call).toThrow('There is no code "cut-sentense".');
});

it('lists every code once', () => {
  const all: readonly { readonly code: string }[] = JSON.parse(printed((terminal) => rules(true, terminal)));
  expect(all.length).toBeGreaterThan(300);
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  const text = printed((terminal) => rules(false, terminal));
  for (const { code } of all) expect(text).toContain(`  ${code} `);
});
