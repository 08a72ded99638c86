/** The rule sets of donors: those that come with Etrati, and a project's own. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { loadRuleSets } from '../../src/input/check/rule-sets.ts';
import { loadData } from '../../src/input/load.ts';
import { openWorld, packageRoot } from '../../src/world.ts';

const root = mkdtempSync(path.join(tmpdir(), 'etrati-rules-'));
mkdirSync(path.join(root, 'templates/visibility'), { recursive: true });
afterAll(() => rmSync(root, { recursive: true, force: true }));
const world = await openWorld(root);
const at = { file: 'doc.json', line: 1, column: 1 };

test('those that come with Etrati are well formed, in both languages', async () => {
  const names = readdirSync(path.join(packageRoot, 'templates/visibility')).map((name) => name.replace('.json', ''));
  const report = new Report();
  const sets = await loadRuleSets(
    names.map((name) => ({ name, at })),
    world,
    report,
  );
  expect(report.diagnostics).toEqual([]);
  expect([...sets.keys()].sort()).toEqual(['eu', 'neutral']);
  for (const { funding, disclaimer } of sets.values()) {
    for (const wording of [funding, disclaimer]) expect(Object.keys(wording ?? {}).sort()).toEqual(['en', 'ka']);
  }
  expect(sets.get('eu')?.disclaimer?.en).toBe(
    'Funded by the European Union. Views and opinions expressed are however those of the author(s) only and do not ' +
      'necessarily reflect those of the European Union or {authority}. Neither the European Union nor the granting ' +
      'authority can be held responsible for them.',
  );
});

test('a project’s own set is used, and may ask for less', async () => {
  const own = { name: 'Our donor', source: null, needs: [], funding: { en: 'Paid for by {donor}' }, disclaimer: null };
  writeFileSync(path.join(root, 'templates/visibility/ours.json'), JSON.stringify(own));
  const pass = JSON.parse(readFileSync(path.join(packageRoot, 'tests/fixtures/data/pass/factsheet.json'), 'utf8'));
  const donor = { ka: 'დონორი', en: 'Donor' };
  const given = { ...pass, visibility: { rules: 'ours', donor, funding: { ka: 'ნებისმიერი', en: 'Paid by Donor' } } };
  writeFileSync(path.join(root, 'doc.json'), JSON.stringify(given));
  const report = new Report();
  await loadData('doc.json', world, report);
  expect(report.failed).toBe(true);
  expect(report.diagnostics).toMatchObject([
    { code: 'visibility-wording', at: { path: '$.visibility.funding.en' }, hints: ['Write: Paid for by Donor'] },
  ]);
});

test('a wrong set is refused at its own place', async () => {
  writeFileSync(path.join(root, 'templates/visibility/wrong.json'), '{\n  "name": 7\n}');
  const report = new Report();
  await loadRuleSets([{ name: 'wrong', at }], world, report);
  expect(report.diagnostics[0]).toMatchObject({
    code: 'bad-rule-set',
    at: { file: 'templates/visibility/wrong.json', line: 2, column: 11 },
  });
});
