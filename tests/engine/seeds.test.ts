import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startupSnapshot } from 'node:v8';
import { afterEach, expect, it, vi } from 'vitest';
import { Seeds } from '../../src/seeds.ts';

afterEach(() => void vi.restoreAllMocks());

/** A seed of one file of the package, and of two names that were looked for in vain: one in the project, one in the package. */
function sown() {
  const folder = mkdtempSync(path.join(tmpdir(), 'etrati-seeds-'));
  const [project, file, absent] = [
    path.join(folder, 'project'),
    path.join(folder, 'a.hbs'),
    path.join(folder, 'b.hbs'),
  ];
  mkdirSync(project);
  writeFileSync(file, 'abc');
  utimesSync(file, 1000, 1000);
  const seeds = new Seeds<string>();
  const sources = new Set(['templates/partials/a.hbs']);
  const from = { sources, found: new Set<string>(), shipped: new Set([file, absent]) };
  const building = vi.spyOn(startupSnapshot, 'isBuildingSnapshot').mockReturnValue(true);
  seeds.sow('key', 'made', from);
  building.mockRestore();
  return { seeds, project, file, absent, from };
}

it('gives what was sown, where making it would give the same', () => {
  const { seeds, project, file } = sown();
  expect(seeds.find('key', project)?.value).toBe('made');
  expect(seeds.find('other', project)).toBeUndefined();
  // Touched, but the same.
  utimesSync(file, 2000, 2000);
  expect(seeds.find('key', project)?.value).toBe('made');
});

it('gives nothing to a project that has a file of its own there', () => {
  const { seeds, project } = sown();
  mkdirSync(path.join(project, 'templates/partials'), { recursive: true });
  expect(seeds.find('key', project)?.value).toBe('made');
  writeFileSync(path.join(project, 'templates/partials/a.hbs'), '');
  expect(seeds.find('key', project)).toBeUndefined();
});

it('gives nothing when a file of the package has changed, come or gone', () => {
  const changed = sown();
  writeFileSync(changed.file, 'abd');
  expect(changed.seeds.find('key', changed.project)).toBeUndefined();
  const come = sown();
  writeFileSync(come.absent, '');
  expect(come.seeds.find('key', come.project)).toBeUndefined();
});

it('keeps nothing that a file of a project went into', () => {
  const { from, project } = sown();
  const seeds = new Seeds<string>();
  seeds.sow('key', 'made', { ...from, found: from.sources });
  expect(seeds.find('key', project)).toBeUndefined();
});

it('keeps for the engines of a process what goes by the time of its files, and reads none again', () => {
  const { from, project, file } = sown();
  const seeds = new Seeds<string>();
  seeds.sow('key', 'made', from);
  expect(seeds.find('key', project)?.value).toBe('made');
  utimesSync(file, 3000, 3000);
  expect(seeds.find('key', project)).toBeUndefined();
});
