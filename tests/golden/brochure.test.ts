/** The example documents as trees. `UPDATE_GOLDEN=1` writes them anew; a missing one fails. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { loadData } from '../../src/input/load.ts';
import { dump } from '../../src/model/dump.ts';
import { loadPicture } from '../../src/picture/picture.ts';
import { readDocument } from '../../src/read/read.ts';
import { compileTemplate } from '../../src/template/compile.ts';
import { openWorld, packageRoot } from '../../src/world.ts';

const world = await openWorld(packageRoot);
const files = (await readdir(`${packageRoot}/data/brochure`)).filter((name) => name.endsWith('.json'));

/** The trees of a data file, by language. */
async function trees(file: string): Promise<Map<string, string>> {
  const report = new Report();
  const loaded = await loadData(file, world, report);
  const template =
    loaded && (await compileTemplate(`templates/${loaded.kind}/document.hbs`, world, loaded.shape, report));
  const found = new Map<string, string>();
  for (const lang of loaded?.languages ?? []) {
    const markup = template?.fill(loaded?.localize(lang) ?? null, report);
    if (!markup || !loaded) continue;
    const { kind, editions } = loaded;
    const picture = (src: Parameters<typeof loadPicture>[0]) => loadPicture(src, world, report);
    const document = await readDocument(
      markup,
      { kind, lang, editions, metadata: loaded.metadata(lang), picture },
      report,
    );
    if (document) found.set(lang, dump(document, { places: true }));
  }
  expect(report.diagnostics).toEqual([]);
  return found;
}

describe('golden trees', () => {
  test('there are example documents', () => expect(files).not.toEqual([]));
  test.each(files)('data/brochure/%s', async (file) => {
    const found = await trees(`data/brochure/${file}`);
    expect([...found.keys()].sort()).toEqual(['en', 'ka']);
    for (const [lang, tree] of found) {
      const golden = join(import.meta.dirname, `${basename(file, '.json')}.${lang}.tree`);
      if (process.env.UPDATE_GOLDEN === '1') await writeFile(golden, tree);
      expect(tree).toBe(await readFile(golden, 'utf8'));
    }
  });
});
