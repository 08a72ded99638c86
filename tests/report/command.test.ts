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
