/** The standards as data, and what we say of each condition: complete, in both languages, naming only what there is. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { languages, languageTags } from '../../src/language/languages.ts';
import { absences, questions, readings } from '../../src/report/basis.ts';
import { judgeNames } from '../../src/report/evaluate.ts';
import { matterhorn } from '../../src/report/matterhorn.ts';
import { loadStandards } from '../../src/report/standards.ts';
import { earlier, wcag } from '../../src/report/wcag.ts';
import { entries } from '../../src/rulebook.ts';
import { packageRoot } from '../../src/world.ts';

const standards = await loadStandards();
const bases = Object.values({ ...matterhorn, ...wcag, ...earlier });

it('has all conditions of the Matterhorn Protocol 1.1: 87 for a machine, 48 for a person with that of 1.1, two without a test', () => {
  const { conditions, checkpoints } = standards.matterhorn;
  const of = (how: string | null) => conditions.filter((each) => each.how === how).length;
  expect([of('M'), of('H'), of(null)]).toEqual([87, 48, 2]);
  expect(checkpoints).toHaveLength(31);
  const numbers = conditions.map(({ index }) => index);
  expect(numbers.toSorted()).toEqual(numbers);
  expect(new Set(numbers).size).toBe(137);
  // The introduction counts 136, as before 1.1 had this one.
  expect(numbers.filter((index) => index !== '13-008')).toHaveLength(136);
  expect(Object.keys(matterhorn)).toEqual(numbers);
});

it('decides no condition for a person by readings or judges alone', () => {
  const human = standards.matterhorn.conditions.filter(({ how }) => how === 'H').map(({ index }) => index);
  const bare = human.filter((index) => {
    const { asks = [], made, absent = [] } = matterhorn[index] ?? {};
    return asks.length === 0 && made === undefined && absent.length === 0;
  });
  expect(bare).toEqual([]);
});

it('has all success criteria of levels A and AA, and clause 10', () => {
  expect(standards.wcag.criteria.map(({ number }) => number)).toEqual(Object.keys(wcag));
  expect(standards.wcag.criteria).toHaveLength(55);
  const [oldest] = standards.european;
  expect(oldest).toMatchObject({ version: '3.2.1', refers: 'WCAG 2.1' });
  const numbers = oldest?.clauses.flatMap(({ wcag: number }) => number ?? []) ?? [];
  expect(numbers).toHaveLength(46);
  expect(numbers.filter((number) => wcag[number] === undefined && earlier[number] === undefined)).toEqual([]);
  expect(oldest?.clauses.filter((each) => each.void === true).map(({ clause }) => clause)).toEqual([
    '10.2.4.1',
    '10.2.4.5',
    '10.3.2.3',
    '10.3.2.4',
  ]);
});

it('names only rules, judges and sentences that there are', async () => {
  const codes = entries();
  expect([...new Set(bases.flatMap(({ rules = [] }) => rules))].filter((code) => !codes.has(code))).toEqual([]);
  const judges = readFileSync(path.join(packageRoot, 'conformance/judges.mjs'), 'utf8');
  for (const name of judgeNames)
    expect(readFileSync(path.join(packageRoot, `conformance/judges/${name}.mjs`), 'utf8')).toContain(`name: '${name}'`);
  expect(judges).toContain('./judges/verapdf.mjs');
  const { texts } = standards;
  expect(Object.keys(texts.absences).toSorted()).toEqual([...absences].toSorted());
  expect(Object.keys(texts.readings).toSorted()).toEqual([...readings].toSorted());
  expect(Object.keys(texts.questions).toSorted()).toEqual([...questions].toSorted());
  const made = new Set<string>(bases.flatMap((basis) => basis.made ?? []));
  expect(Object.keys(texts.constructions).toSorted()).toEqual([...made].toSorted());
  // Each question is asked for some condition.
  const asked = new Set(bases.flatMap(({ asks = [] }) => asks));
  expect(questions.filter((each) => !asked.has(each))).toEqual([]);
});

it('says all of it in each language that is whole', () => {
  const { texts, matterhorn: protocol, wcag: criteria, european } = standards;
  const all = [
    ...[texts.constructions, texts.absences, texts.readings, texts.questions].flatMap((each) => Object.values(each)),
    ...protocol.checkpoints.map(({ title }) => title),
    ...criteria.criteria.map(({ name }) => name),
    ...european.flatMap(({ clauses, status }) => [status, ...clauses.flatMap(({ title }) => title ?? [])]),
  ];
  expect(all.length).toBeGreaterThan(200);
  // A report in one that is only begun says it in English.
  const whole = languageTags.filter((tag) => languages[tag].stillEnglish.length === 0);
  const wrong = all.filter((each) => whole.some((tag) => [each[tag]].flat().some((text) => !text?.trim())));
  expect(wrong).toEqual([]);
});

it('takes a newer version of EN 301 549 as a file of data', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'etrati-standards-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(path.join(packageRoot, 'standards'), folder, { recursive: true });
  const file = path.join(folder, 'en-301-549', '3.2.1.json');
  const newer = { ...JSON.parse(readFileSync(file, 'utf8')), version: '10.1.1', refers: 'WCAG 2.2' };
  writeFileSync(path.join(folder, 'en-301-549', '10.1.1.json'), JSON.stringify(newer));
  expect((await loadStandards(folder)).european.map(({ version }) => version)).toEqual(['3.2.1', '10.1.1']);
});
