/** Whole templates over the example brochure, found by folder: what is told of each. `UPDATE_GOLDEN=1` writes it anew. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Diagnostic, Report } from '../../src/diagnostics.ts';
import { loadData } from '../../src/input/load.ts';
import { loadPicture } from '../../src/picture/picture.ts';
import { readDocument } from '../../src/read/read.ts';
import { compileTemplate } from '../../src/template/compile.ts';
import { openWorld, packageRoot } from '../../src/world.ts';
import { line } from './kit.ts';

const folder = 'tests/fixtures/templates';
const names = await readdir(join(packageRoot, folder));
const world = await openWorld(packageRoot);
const loaded = await loadData('data/brochure/brochure.json', world, new Report());

test('the fixtures are seen', () => expect(names.length).toBeGreaterThan(10));

test.each(names)('%s', async (name) => {
  if (loaded === null) throw new Error('the example cannot be loaded');
  const report = new Report();
  const template = await compileTemplate(`${folder}/${name}/document.hbs`, world, loaded.shape, report);
  const [lang] = loaded.languages;
  const markup = lang && template?.fill(loaded.localize(lang), lang, report);
  if (markup)
    await readDocument(
      markup,
      {
        kind: loaded.kind,
        lang,
        editions: loaded.editions,
        metadata: loaded.metadata(lang),
        picture: (src) => loadPicture(src, world, report),
        qr: () => ({ file: 'qr.svg', format: 'svg', width: 1, height: 1, bytes: new Uint8Array() }),
      },
      report,
    );
  const told = report.diagnostics.map(tell).join('');
  const golden = join(packageRoot, folder, name, 'findings.txt');
  if (process.env.UPDATE_GOLDEN === '1') await writeFile(golden, told);
  expect(told).toBe(await readFile(golden, 'utf8'));
  expect(report.failed).toBe(name !== 'accepted');
});

function tell(found: Diagnostic): string {
  const notes = [
    ...found.hints.map((hint) => `hint: ${hint}`),
    ...found.related.map(({ at, message }) => `${at.file}:${at.line}:${at.column} ${message}`),
  ];
  const said = [line(found), ...notes.map((note) => `  ${note}`)].join('\n');
  return `${said.replaceAll(`${folder}/`, '')}\n`;
}
