/** The accessibility statement and OpenACR for a set of documents. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import type { AccessibilityConfig } from '../../src/config/accessibility.ts';
import { en } from '../../src/language/en.ts';
import { ka } from '../../src/language/ka.ts';
import { answersFile } from '../../src/report/answers.ts';
import { acrOf } from '../../src/report/openacr.ts';
import { loadStandards } from '../../src/report/standards.ts';
import { statementOf } from '../../src/report/statement.ts';
import { packageRoot } from '../../src/world.ts';
import { brochure, Project } from '../cli/project.ts';
import { built, reportOf, source } from './kit.ts';

const standards = await loadStandards();
const small = await built();
const open = (await reportOf(small)).data;
const answers = open.questions.map(({ question, node }) => ({
  ...{ question, document: source, lang: null, node, answer: 'yes' as const },
  ...{ who: 'Nino Beridze', when: '2026-11-29', note: null, about: null },
}));
const answered = (await reportOf(small, { answers })).data;

const config: AccessibilityConfig = {
  organization: { en: 'Water & Land Office', ka: 'წყლის სამსახური' },
  ...{ email: 'access@example.org', telephone: '+995 32 2 00 00 00', web: null, legislation: null, answerDays: 15 },
  enforcement: { body: { en: 'the Public Defender', ka: 'სახალხო დამცველი' }, web: 'https://example.org/defender' },
  ...{ prepared: null, notAccessible: null },
};
const date = '2026-11-20';

it('claims full compliance only where no question is open and nothing is found or stated against it', async () => {
  const full = statementOf([answered], config, en, standards, date);
  expect(full).toContain('fully compliant with EN 301 549 V3.2.1, WCAG 2.2 AA.');
  expect(full).toContain('answered by Nino Beridze');
  const draft = statementOf([open], config, en, standards, date);
  expect(draft).not.toMatch(/(?:fully|partially) compliant/);
  expect(draft).toContain('not been assessed in full');
  expect(draft).toContain(`still open: ${open.questions.length}.`);
  expect(draft).not.toContain(en.statement.none);
  expect(draft).toContain(en.statement.noneYet);
  // What is stated or found is listed, assessed in full or not.
  const one = { content: { en: 'The scanned annex.' }, reason: 'outside-scope' as const };
  const begun = statementOf([open], { ...config, notAccessible: [one] }, en, standards, date);
  expect(begun).toContain('partially compliant');
  expect(begun).toContain(`still open: ${open.questions.length}.`);
  const content = { en: 'The scanned annex; a typed copy is sent on request.', ka: 'დასკანერებული დანართი.' };
  const stated = { ...config, notAccessible: [{ content, reason: 'disproportionate-burden' as const }] };
  const burdened = statementOf([answered], stated, en, standards, date);
  expect(burdened).toContain('partially compliant');
  expect(burdened).toContain('Disproportionate burden');
  const { data: wrong } = await reportOf(small, {
    answers: answers.map((each) => (each.question === 'links' ? { ...each, answer: 'no' as const } : each)),
  });
  const faulty = statementOf([wrong], config, en, standards, date);
  expect(faulty).toContain('WCAG 2.4.4 Link Purpose (In Context)');
  expect(faulty).not.toContain('fully compliant');
});

it('has all parts of the model of Decision 2018/1523, in Georgian too', () => {
  for (const [language, headings] of [
    [
      en,
      [
        'Compliance status',
        'Non-accessible content',
        'Preparation of this accessibility statement',
        'Feedback and contact information',
        'Enforcement procedure',
      ],
    ],
    [
      ka,
      [
        'შესაბამისობის მდგომარეობა',
        'მიუწვდომელი შიგთავსი',
        'განაცხადის მომზადება',
        'გამოხმაურება და საკონტაქტო ინფორმაცია',
        'გასაჩივრების წესი',
      ],
    ],
  ] as const) {
    const page = statementOf([open], config, language, standards, date);
    expect([...page.matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, heading]) => heading)).toEqual(headings);
    expect(page).toContain('mailto:access@example.org');
    expect(page).toContain('href="tel:+995322000000"');
    expect(page).toContain(`<html lang="${language.tag}">`);
  }
  expect(statementOf([open], config, en, standards, date)).toContain('Water &amp; Land Office');
});

it('makes OpenACR as its schema says, of criteria, components and terms of its catalogue', () => {
  const schema = JSON.parse(
    readFileSync(path.join(packageRoot, 'standards/openacr/openacr-0.1.0.schema.json'), 'utf8'),
  );
  const validate = new Ajv({ strict: false }).compile(schema);
  for (const report of [open, answered]) {
    const acr = acrOf([report], config, standards.catalog, date);
    expect(validate(acr) || validate.errors).toBe(true);
    expect(Object.keys(acr.chapters ?? {})).toEqual(standards.catalog.chapters.map(({ id }) => id));
    const all = Object.entries(acr.chapters as Chapters).flatMap(([id, { criteria = [] }]) =>
      criteria.map((each) => ({ id, ...each })),
    );
    for (const { id, num, components } of all) {
      const known = standards.catalog.chapters
        .find((chapter) => chapter.id === id)
        ?.criteria.find((each) => each.id === num);
      for (const { name, adherence } of components) {
        expect(known?.components).toContain(name);
        expect(standards.catalog.terms).toContain(adherence.level);
      }
    }
    expect(all.filter(({ id }) => id.startsWith('success_criteria'))).toHaveLength(56);
    const levels = all.flatMap(({ components }) => components.map(({ adherence }) => adherence.level));
    expect(levels.includes('not-evaluated')).toBe(report === open);
  }
  // Both count the same questions, each once.
  expect(acrOf([open, open], config, standards.catalog, date).notes).toContain(
    `Draft: ${open.questions.length} questions at their places wait`,
  );
  const { author, ...rest } = acrOf([open], config, standards.catalog, date);
  expect([author !== undefined, validate(rest)]).toEqual([true, false]);
});

type Chapters = Readonly<
  Record<
    string,
    {
      readonly criteria?: readonly {
        readonly num: string;
        readonly components: readonly { readonly name: string; readonly adherence: { readonly level: string } }[];
      }[];
    }
  >
>;

it('writes both beside the documents, from the config', async () => {
  const project = new Project();
  const { prepared: _, ...own } = config;
  const accessibility = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null));
  project.write('etrati.config.json', JSON.stringify({ report: true, accessibility }));
  const { code } = await project.run(['build', brochure, '--format', 'html']);
  expect(code).toBe(0);
  expect(project.list('output').filter((name) => name.startsWith('accessibility.'))).toEqual([
    ...['accessibility.en.html', 'accessibility.ka.html', 'accessibility.openacr.yaml'],
  ]);
  const yaml = project.read('output/accessibility.openacr.yaml');
  expect(yaml).toMatch(/^title: "Water & Land Office Accessibility Conformance Report"\n/);
  expect(yaml).toContain('\n  success_criteria_level_a:\n    criteria:\n      - num: "1.1.1"\n');
  expect(project.list('.')).not.toContain(answersFile);
  // Without the organization there is none, and no report without asking.
  project.write('etrati.config.json', JSON.stringify({ accessibility: { ...accessibility, email: 7 } }));
  const refused = await project.run(['build', brochure, '--format', 'html']);
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('$.accessibility.email')]);
});
