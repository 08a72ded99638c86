/** The codes of findings. After a wanted change: UPDATE_GOLDEN=1 npx vitest run tests/codes, and read the difference. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { configSchema } from '../../src/config.ts';
import { Report } from '../../src/diagnostics.ts';
import { clausesFor } from '../../src/report/rule-clauses.ts';
import { loadStandards } from '../../src/report/standards.ts';
import { codesOf, stages } from '../../src/rulebook.ts';
import { packageRoot } from '../../src/world.ts';
import { codesPage } from './page.ts';
import { type RuleEntry, rulePage } from './rule-page.ts';

const page = path.join(packageRoot, 'docs/codes.md');
const src = path.join(packageRoot, 'src');

/** Files that only list codes which others say. */
const lists = ['cli/findings.ts', 'write/targets.ts'];

const texts = new Map(
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.ts') && !/^codes[./]/.test(file))
    .map((file) => [file, readFileSync(path.join(src, file), 'utf8')] as const),
);
const all = stages.flatMap(codesOf);
const said = stages.flatMap((stage) => Object.entries(stage.meanings));

test('docs/codes.md is the page of the codes as they are', () => {
  const text = codesPage();
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(page, text);
  expect(readFileSync(page, 'utf8')).toBe(text);
});

const published = all.filter((each): each is RuleEntry => each.title !== undefined);

test('docs/rules has the page of each rule over data and over the document, as they are', async () => {
  const folder = path.join(packageRoot, 'docs/rules');
  const standards = await loadStandards();
  for (const rule of published) {
    const text = await rulePage(rule, standards);
    const file = path.join(folder, `${rule.code}.md`);
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
    expect(readFileSync(file, 'utf8'), rule.code).toBe(text);
    expect(text, rule.code).toContain('Fails');
  }
  expect(readdirSync(folder).sort()).toEqual(published.map(({ code }) => `${code}.md`).sort());
});

test('each rule for a criterion of WCAG A or AA is one that the verdict on it rests on', async () => {
  const standards = await loadStandards();
  const numbers = new Set(standards.wcag.criteria.map(({ number }) => number));
  for (const { code, clause = '' } of published) {
    const [, number = ''] = /^WCAG 2\.2, (\S+)$/.exec(clause) ?? [];
    if (numbers.has(number))
      expect(
        clausesFor(code, standards).wcag.map((each) => each.number),
        code,
      ).toContain(number);
  }
});

test('every table of codes is on the page', () => {
  const tables = readdirSync(path.join(src, 'codes')).filter((file) => file !== 'meaning.ts');
  expect(stages.filter((stage) => Object.keys(stage.meanings).length > 0)).toHaveLength(tables.length);
});

test('every code of the tables is said somewhere', () => {
  const silent = said.filter(
    ([code]) => ![...texts].some(([file, text]) => !lists.includes(file) && text.includes(`'${code}'`)),
  );
  expect(silent.map(([code]) => code)).toEqual([]);
});

test('every clause of the tables is given with a finding', () => {
  const clauses = said.flatMap(([, { clause = '' }]) => clause.split('; ').filter((each) => each !== ''));
  const source = [...texts.values()].join('\n');
  expect(clauses.length).toBeGreaterThan(5);
  expect(clauses.filter((clause) => !source.includes(clause))).toEqual([]);
});

// `Report` and the makers in diagnostics.ts take codes of the tables alone, and `judge` those of rules.
test('findings are made in one place, and by rules', () => {
  const makers = [...texts].filter(([, text]) => /severity: '(error|warning|advice)'/.test(text)).map(([file]) => file);
  expect(makers.filter((file) => !/^(advice|audit|input|preflight)\/rules\//.test(file))).toEqual([]);
});

test('a code has one severity, a name in kebab-case, and a sentence for each text', () => {
  const severities = new Map<string, string>();
  for (const { code, severity, says, mend, why, applies } of all) {
    expect(code).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    expect(severities.get(code) ?? severity, code).toBe(severity);
    severities.set(code, severity);
    if (applies !== undefined) expect(applies, code).toMatch(/^\p{Lu}.*\.$/u);
    for (const text of [says, mend, ...(why === undefined ? [] : [why])])
      expect(text, code).toMatch(/^\p{Lu}\S*\s.*\.$/u);
  }
});

test('a code that no table has does not compile, nor a warning that is said as an error', () => {
  const report = new Report();
  // @ts-expect-error no table has it
  report.error('no-such-code', null, 'Something is wrong.');
  // @ts-expect-error it is a warning
  report.error('mark-shown', null, 'Something is wrong.');
  // @ts-expect-error it is an error
  report.warning('unknown-field', null, 'Something is wrong.');
  expect(report.diagnostics).toHaveLength(3);
});

test('what a project may allow are warnings', () => {
  const warnings = new Set(all.filter(({ severity }) => severity === 'warning').map(({ code }) => code));
  const allowed = JSON.stringify(configSchema()).match(/"code":\{[^}]*?"enum":(\[[^\]]*\])/)?.[1] ?? '[]';
  const codes: readonly string[] = JSON.parse(allowed);
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code) => !warnings.has(code))).toEqual([]);
  // A build gives no others; these are of files of other programs (`etrati preflight`), and one is of what the user has just typed.
  const foreign = [
    'font-type-3',
    'grey-profile',
    'ink-unread',
    'not-pdf-x',
    'option-unused',
    'overprint-mode',
    'picture-distorted',
    'picture-fine',
    'repaired',
    'rgb-profile',
    'spot-alternate-rgb',
  ];
  expect([...warnings].filter((code) => !codes.includes(code)).sort()).toEqual(foreign);
});
