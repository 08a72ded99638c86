/**
 * What `--diagnostics` prints, held against its schemas: ours, which docs/schema has, and that of SARIF 2.1.0.
 * After a wanted change: UPDATE_GOLDEN=1 npx vitest run tests/diagnostics
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import AjvDraft4 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics.ts';
import { entries } from '../../src/rulebook.ts';
import { sarifOf } from '../../src/sarif.ts';
import { packageRoot } from '../../src/world.ts';
import { brochure, Project, runIn } from '../cli/project.ts';

const jsonOf = (file: string) => JSON.parse(readFileSync(path.join(packageRoot, file), 'utf8'));
const published = 'docs/schema/diagnostics.schema.json';

/** What a schema has against a value. */
function faults(validate: ValidateFunction, value: unknown): readonly string[] {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const sarif = (() => {
  const ajv = new AjvDraft4.default({ allErrors: true, strict: false });
  formats.default(ajv);
  return ajv.compile(jsonOf('docs/schema/sarif-2.1.0.schema.json'));
})();
let ours: ValidateFunction;

it('has the schema of findings in docs/schema', async () => {
  const { code, stdout } = await runIn(packageRoot, ['schema', 'diagnostics']);
  expect(code).toBe(0);
  const file = path.join(packageRoot, published);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, stdout);
  expect(readFileSync(file, 'utf8')).toBe(stdout);
  ours = new Ajv2020({ allErrors: true }).compile(jsonOf(published));
});

/** A project with an error, warnings, related places, a warning that is allowed, and one for which no file is at fault. */
function faulty(): Project {
  const project = new Project();
  project.edit('"en": "Support to secure borders and safe migration"', '"en": "Support to secure secure borders"');
  project.edit('"en": "About IOM"', '"en": "About IOM:"');
  const allow = [{ code: 'heading-colon', reason: 'As the donor writes it.' }];
  project.write('etrati.config.json', JSON.stringify({ allow }));
  return project;
}

it.each([
  ['check', brochure],
  ['build', brochure, '--format', 'txt', '--lang', 'en'],
  ['check', 'data/none.json'],
  ['build', 'good'],
])('prints of etrati %s %s what the schemas allow', async (command, file, ...more) => {
  const project = file === 'good' ? new Project() : faulty();
  const argv = file === 'good' ? [command, '--format', 'txt'] : [command, file, ...more];
  const [json, log] = [
    await project.run([...argv, '--diagnostics', 'json']),
    await project.run([...argv, '--diagnostics', 'sarif']),
  ];
  expect(log.code).toBe(json.code);
  expect(faults(ours, JSON.parse(json.stdout))).toEqual([]);
  expect(faults(sarif, JSON.parse(log.stdout))).toEqual([]);
});

/** Findings of every form: with and without a place, in a workbook, with related places, allowed. */
const at = { file: 'data/a b.json', line: 3, column: 5, path: '$.title.en' };
const base = {
  severity: 'warning',
  code: 'repeated-word',
  at,
  message: '“a a”.',
  hints: ['Remove it.'],
  related: [],
} as const;
const found: readonly Diagnostic[] = [
  { ...base, clause: 'WCAG 2.2, 1.3.1', related: [{ at, message: 'The other.' }] },
  { ...base, at: { file: 'data/rows.xlsx', line: 17, column: 28, sheet: 'Courses' } },
  { ...base, code: 'file-missing', severity: 'error', at: null },
  base,
];

it('puts into SARIF what has no place as a notice of the run, cells as members, and what is allowed as suppressed', () => {
  const log = sarifOf({ diagnostics: found, allowed: [{ ...base, reason: 'A name.' }] }, entries());
  expect(faults(sarif, log)).toEqual([]);
  expect(log).toMatchObject({
    runs: [
      {
        invocations: [
          { executionSuccessful: false, toolConfigurationNotifications: [{ descriptor: { id: 'file-missing' } }] },
        ],
        results: [
          {
            locations: [{ physicalLocation: { artifactLocation: { uri: 'data/a%20b.json' } } }],
            relatedLocations: [{ id: 0 }],
          },
          { locations: [{ logicalLocations: [{ fullyQualifiedName: 'Courses!AB17' }] }] },
          {},
          { suppressions: [{ kind: 'external', justification: 'A name.' }] },
        ],
      },
    ],
  });
  const keys = (log as { runs: [{ results: { partialFingerprints: object }[] }] }).runs[0].results;
  expect(new Set(keys.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints))).size).toBe(4);
});

it('would refuse what is wrong', () => {
  expect(faults(sarif, { version: '2.1.0', runs: [{ results: [{ message: 1 }] }] })).not.toEqual([]);
  expect(faults(ours, { diagnostics: [{ ...base, severity: 'note' }], allowed: [], outputs: [] })).not.toEqual([]);
});

it('has SARIF of a finished file, which has no lines', () => {
  const found = { ...base, at: null, code: 'no-trim-box', severity: 'error' } as const;
  const log = sarifOf({ diagnostics: [found], allowed: [], about: 'output/a b.pdf' }, entries());
  expect(faults(sarif, log)).toEqual([]);
  expect(JSON.stringify(log)).toContain('"artifactLocation":{"uri":"output/a%20b.pdf","uriBaseId":"PROJECT"}');
  const advice = sarifOf({ diagnostics: [{ ...base, severity: 'advice' }], allowed: [] }, entries());
  expect(faults(sarif, advice)).toEqual([]);
  expect(JSON.stringify(advice)).toContain('"level":"note"');
});
