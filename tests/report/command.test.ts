/** `etrati build --report` as people use it. After a wanted change of a schema: UPDATE_GOLDEN=1 npx vitest run tests/report/command */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { packageRoot } from '../../src/world.ts';
import { brochure, Project, runIn } from '../cli/project.ts';

it.each(['accessibility-report', 'answers'])('the schema %s is current', async (name) => {
  const file = path.join(packageRoot, 'docs/schema', `${name}.schema.json`);
  const { code, stdout } = await runIn(packageRoot, ['schema', name]);
  expect(code).toBe(0);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, stdout);
  expect(readFileSync(file, 'utf8')).toBe(stdout);
});

it('writes pages in the languages of the document, and data as its schema says, beside the files', async () => {
  const project = new Project();
  const { code, stdout } = await project.run([
    'build',
    brochure,
    '--format',
    'html',
    '--report',
    '--diagnostics',
    'json',
  ]);
  expect(code).toBe(0);
  const names = project.list('output');
  expect(names).toEqual([
    ...[
      'brochure.en.html',
      'brochure.en.report.html',
      'brochure.ka.html',
      'brochure.ka.report.html',
      'brochure.report.json',
    ],
  ]);
  const { outputs } = JSON.parse(stdout);
  expect(outputs.filter(({ format }: { format: string }) => format === 'report')).toHaveLength(3);
  const data = JSON.parse(project.read('output/brochure.report.json'));
  const validate = new Ajv2020({ strict: false }).compile(
    JSON.parse(readFileSync(path.join(packageRoot, 'docs/schema/accessibility-report.schema.json'), 'utf8')),
  );
  expect(validate(data) || validate.errors).toBe(true);
  expect(validate({ ...data, more: 1 })).toBe(false);
  // Without a PDF nothing is claimed of PDF/UA.
  expect(data.matterhorn).toBeNull();
  expect(data.wcag.criteria).toHaveLength(55);
  expect(project.read('output/brochure.ka.report.html')).toContain('<html lang="ka">');
});

it('refuses answers that are not in their form, at their places, and builds nothing', async () => {
  const project = new Project();
  const answer = {
    question: 'title',
    document: brochure,
    node: '994abd3e8a360b06',
    answer: 'maybe',
    who: 'Nino',
    when: '2026-11-31',
  };
  project.write(
    'etrati.answers.json',
    JSON.stringify({ answers: [answer, { ...answer, node: '?', answer: 'yes' }] }, null, 2),
  );
  const { code, stderr } = await project.run(['build', brochure, '--format', 'html', '--report']);
  expect(code).toBe(1);
  expect(stderr).toContain('etrati.answers.json:7:17 ($.answers[0].answer)');
  expect(stderr).toContain('"?" is not the key of a question.');
  expect(stderr).toContain('2026-11-31');
  expect(project.list('output')).toEqual([]);
});

it('takes the answers of a person, shows them, and lets a later one take their place', async () => {
  const project = new Project();
  const build = ['build', brochure, '--format', 'html', '--lang', 'en', '--report'];
  await project.run(build);
  const read = () => JSON.parse(project.read('output/brochure.report.json'));
  const title = read().questions.find(({ question }: { question: string }) => question === 'title');
  const person = ['--who', 'Nino Beridze', '--when', '2026-11-29'];
  expect((await project.run(['answer', 'no', title.node, ...person, '--note', 'Too long.'])).code).toBe(0);
  const { code, stderr } = await project.run(['answer', 'yes', title.node.slice(0, 8), ...person]);
  expect([code, stderr]).toEqual([0, expect.stringContaining('Saved in etrati.answers.json')]);
  const { answers } = JSON.parse(project.read('etrati.answers.json'));
  expect(answers).toHaveLength(1);
  expect(answers[0]).toMatchObject({
    question: 'title',
    document: brochure,
    lang: 'en',
    node: title.node,
    answer: 'yes',
  });
  await project.run(build);
  expect(read().questions.find(({ node }: { node: string }) => node === title.node).answer).toEqual({
    ...{ answer: 'yes', who: 'Nino Beridze', when: '2026-11-29', note: null },
  });
  for (const [argv, message] of [
    [['answer', 'yes', 'ffffffffffffffff', ...person], 'has a question with the key "ffffffffffffffff"'],
    [['answer', 'yes', title.node, '--who', ' '], 'Write the name of the person.'],
    [['answer', 'yes', title.node, '--who', 'Nino', '--when', '2026-02-30'], 'Give a day as year-month-day'],
    [['answer', 'perhaps', title.node, ...person], 'perhaps'],
    [['answer', 'yes', title.node, ...person, '--out', 'nowhere'], 'There is no report in "nowhere".'],
  ] as const) {
    const refused = await project.run([...argv]);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining(message)]);
  }
});
