import { expect, it } from 'vitest';
import { explain, rules } from '../../src/cli/explain.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { Refused } from '../../src/diagnostics.ts';

/** What a command prints. */
async function printed(command: (terminal: Terminal) => number | Promise<number>): Promise<string> {
  let text = '';
  const stdout = { write: (part: string) => (text += part) };
  expect(await command({ stdout } as unknown as Terminal)).toBe(0);
  return text;
}

it('says of a rule what it means, why it matters, what to do and who asks for it, with examples', async () => {
  const text = await printed((terminal) => explain('alt-generic', false, terminal));
  expect(text).toMatch(/^# Alternative text says only that there is a picture\n\n`alt-generic`/);
  expect(text).toContain('EN 301 549 3.2.1, 10.1.1.1');
  expect(text).toContain('13-004: <Figure> tag');
  expect(text).toContain('Fails:\n\n```json\n"ილუსტრაცია"');
  expect(text).toContain('Describe what the picture shows.');
  expect(text).toContain('WCAG 2.2, 1.1.1');
  expect(text).toContain('a document with it is not written.');
});

it('says how to allow a warning', async () => {
  expect(await printed((terminal) => explain('cut-sentence', false, terminal))).toContain('"code": "cut-sentence"');
});

it('gives the same as JSON', async () => {
  const json = JSON.parse(await printed((terminal) => explain('unknown-field', true, terminal)));
  expect(json).toMatchObject({ code: 'unknown-field', severity: 'error', stage: 'Files', clause: null });
  const rule = JSON.parse(await printed((terminal) => explain('alt-generic', true, terminal)));
  expect(rule.clauses.wcag.map(({ number }: { number: string }) => number)).toEqual(['1.1.1']);
});

it('says of other codes what they mean and what to do', async () => {
  expect(await printed((terminal) => explain('unknown-field', false, terminal))).toMatch(/^error\[unknown-field\]/);
});

it('knows what was meant by an unknown code', async () => {
  const call = () => explain('cut-sentense', false, {} as Terminal);
  await expect(call).rejects.toThrow(Refused);
  await expect(call).rejects.toThrow('There is no code "cut-sentense".');
});

it('lists every code once', async () => {
  const all: readonly { readonly code: string }[] = JSON.parse(await printed((terminal) => rules(true, terminal)));
  expect(all.length).toBeGreaterThan(300);
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  const text = await printed((terminal) => rules(false, terminal));
  for (const { code } of all) expect(text).toContain(`  ${code} `);
});
