import { existsSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { brochure, Project } from './project.ts';

/** A project with two warnings in two lines of its data. */
function withWarnings(): Project {
  const project = new Project();
  project.edit('"en": "Support to secure borders and safe migration"', '"en": "Support to secure secure borders"');
  project.edit('"en": "About IOM"', '"en": "About IOM:"');
  return project;
}

it('is validate by its other name', async () => {
  const project = withWarnings();
  const [one, other] = [await project.run(['check', brochure]), await project.run(['validate', brochure])];
  expect(one).toEqual(other);
  expect(one.code).toBe(0);
  expect(one.stderr).toContain('warning[repeated-word]');
});

it('counts warnings as errors beyond a number', async () => {
  const project = withWarnings();
  const codes = [];
  for (const most of ['0', '1', '9']) codes.push((await project.run(['check', brochure, '--max-warnings', most])).code);
  expect(codes).toEqual([1, 1, 0]);
  expect((await project.run(['check', brochure, '--max-warnings', 'few'])).code).toBe(2);
});

it('makes the formats where it is asked to, says what only that finds, and writes nothing', async () => {
  const project = new Project();
  const photo = sharp({ create: { width: 250, height: 125, channels: 3, background: '#3a6' } });
  project.write('data/brochure/photo.png', await photo.png().toBuffer());
  project.edit('route.svg', 'photo.png');
  project.write('etrati.config.json', '{ "formats": ["print"] }');
  const [quick, whole] = [await project.run(['check', brochure]), await project.run(['check', brochure, '--pages'])];
  expect(quick.stderr).not.toContain('picture-too-coarse');
  expect(whole.stderr).toContain('error[picture-too-coarse]');
  expect([quick.code, whole.code]).toEqual([0, 1]);
  expect(existsSync(path.join(project.root, 'output'))).toBe(false);
});

it('gives findings as SARIF 2.1.0: rules, regions in UTF-16 units, fingerprints that stay when lines move', async () => {
  const project = withWarnings();
  const logOf = async () => JSON.parse((await project.run(['check', brochure, '--diagnostics', 'sarif'])).stdout);
  const log = await logOf();
  expect(log.version).toBe('2.1.0');
  const [run] = log.runs;
  expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining(['heading-colon', 'repeated-word']),
  );
  const found = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'repeated-word');
  expect(run.tool.driver.rules[found.ruleIndex].id).toBe('repeated-word');
  expect(found).toMatchObject({
    level: 'warning',
    locations: [{ physicalLocation: { artifactLocation: { uri: brochure } } }],
  });
  const { startLine, startColumn } = found.locations[0].physicalLocation.region;
  const line = project.read(brochure).split('\n')[startLine - 1] ?? '';
  expect(line.slice(startColumn - 1)).toMatch(/^"Support to secure secure borders"/);

  project.write(brochure, `\n\n${project.read(brochure)}`);
  const moved = (await logOf()).runs[0].results.find(({ ruleId }: { ruleId: string }) => ruleId === 'repeated-word');
  expect(moved.locations[0].physicalLocation.region.startLine).toBe(startLine + 2);
  expect(moved.partialFingerprints).toEqual(found.partialFingerprints);
});

it('gives advice where it is asked for, which stops nothing; without word lists it says what to install', async () => {
  const project = withWarnings();
  const quiet = JSON.parse((await project.run(['check', brochure, '--diagnostics', 'json'])).stdout);
  const { code, stdout } = await project.run(['check', brochure, '--advice', '--diagnostics', 'json']);
  const found: { severity: string; code: string; hints: string[] }[] = JSON.parse(stdout).diagnostics;
  expect(quiet.diagnostics.filter(({ severity }: { severity: string }) => severity === 'advice')).toEqual([]);
  const missing = found.filter((each) => each.code === 'speller-missing');
  expect(missing.map(({ severity }) => severity)).toEqual(['advice', 'advice']);
  expect(missing[0]?.hints[0]).toContain('npm install nspell dictionary-');
  expect(code).toBe(0);
});
