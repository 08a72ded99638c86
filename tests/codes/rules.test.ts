/**
 * The lists of rules, found by folder. After a new rule: UPDATE_GOLDEN=1 npx vitest run tests/codes. It comes last in
 * its list; its line may be moved, because findings of one place are told in the order of the list.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/rule.ts';
import { packageRoot } from '../../src/world.ts';

type AnyRule = Rule<never, unknown>;
type Exports = Readonly<Record<string, unknown>>;

/** The rooms that have rules, and where each says what its rules judge. */
const rooms = {
  'src/input': { type: 'DataRule', from: './check/rule.ts' },
  'src/audit': { type: 'DocumentRule', from: './rule.ts' },
  'src/advice': { type: 'AdviceRule', from: './rule.ts' },
  'src/preflight': { type: 'PressRule', from: './rule.ts' },
};
type Room = (typeof rooms)[keyof typeof rooms];

function isRule(value: unknown): value is AnyRule {
  return typeof value === 'object' && value !== null && 'code' in value && 'check' in value;
}

/** By file, the rules that it exports, by name. */
async function rulesIn(room: string): Promise<ReadonlyMap<string, ReadonlyMap<string, AnyRule>>> {
  const found = new Map<string, ReadonlyMap<string, AnyRule>>();
  for (const file of readdirSync(path.join(packageRoot, room, 'rules')).sort()) {
    const exports: Exports = await import(path.join(packageRoot, room, 'rules', file));
    const rules = Object.entries(exports).flatMap(([name, value]) => (isRule(value) ? [[name, value] as const] : []));
    found.set(file, new Map(rules.sort(([a], [b]) => (a < b ? -1 : 1))));
  }
  return found;
}

function listOf(
  found: ReadonlyMap<string, ReadonlyMap<string, AnyRule>>,
  { type, from }: Room,
  before: string,
): string {
  const names = [...found.values()].flatMap((rules) => [...rules.keys()]);
  const listed = [...before.matchAll(/^ {2}(\w+),$/gm)].flatMap(([, name = '']) =>
    names.includes(name) ? [name] : [],
  );
  const all = [...listed, ...names.filter((name) => !listed.includes(name))];
  const line = `export const rules: readonly ${type}[] = [${all.join(', ')}];`;
  return [
    '/** All rules of the folder, in the order in which they are told. tests/codes writes this list. */',
    `import type { ${type} } from '${from}';`,
    ...[...found].map(([file, rules]) => `import { ${[...rules.keys()].join(', ')} } from './rules/${file}';`),
    '',
    // As the formatter has it.
    ...(line.length <= 120
      ? [line]
      : [`export const rules: readonly ${type}[] = [`, ...all.map((name) => `  ${name},`), '];']),
    '',
  ].join('\n');
}

describe.each(Object.entries(rooms))('%s', (room, rule) => {
  test('rules.ts lists the rules of its folder', async () => {
    const file = path.join(packageRoot, room, 'rules.ts');
    const before = readFileSync(file, 'utf8');
    const list = listOf(await rulesIn(room), rule, before);
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, list);
    expect(readFileSync(file, 'utf8')).toBe(list);
  });

  test('each file holds rules, and each rule has a code of its own', async () => {
    const found = await rulesIn(room);
    for (const [file, rules] of found) expect(rules.size, file).toBeGreaterThan(0);
    const codes = [...found.values()].flatMap((rules) => [...rules.values()].map(({ code }) => code));
    expect(codes).toEqual([...new Set(codes)]);
  });
});
