/** The example documents as trees. `UPDATE_GOLDEN=1` writes them anew; a missing one fails. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { loadData } from '../../src/input/load.ts';
import type { Document, Inline } from '../../src/model/document.ts';
import { dump } from '../../src/model/dump.ts';
import { blocksOf } from '../../src/model/walk.ts';
import { loadPicture } from '../../src/picture/picture.ts';
import { qrPicture } from '../../src/picture/qr.ts';
import { readDocument } from '../../src/read/read.ts';
import { compileTemplate } from '../../src/template/compile.ts';
import { openWorld, packageRoot } from '../../src/world.ts';

const world = await openWorld(packageRoot);
const files = (await readdir(`${packageRoot}/data/brochure`)).filter((name) => name.endsWith('.json'));

/** The documents of a data file, by language. */
async function documents(file: string): Promise<Map<string, Document>> {
  const report = new Report();
  const loaded = await loadData(file, world, report);
  const template =
    loaded && (await compileTemplate(`templates/${loaded.kind}/document.hbs`, world, loaded.shape, report));
  const found = new Map<string, Document>();
  for (const lang of loaded?.languages ?? []) {
    const markup = template?.fill(loaded?.localize(lang) ?? null, lang, report);
    if (!markup || !loaded) continue;
    const { kind, editions } = loaded;
    const picture = (src: Parameters<typeof loadPicture>[0]) => loadPicture(src, world, report);
    const document = await readDocument(
      markup,
      { kind, lang, editions, metadata: loaded.metadata(lang), picture, qr: qrPicture },
      report,
    );
    if (document) found.set(lang, document);
  }
  expect(report.diagnostics).toEqual([]);
  return found;
}

describe('golden trees', () => {
  test('there are example documents', () => expect(files).not.toEqual([]));
  test.each(files)('data/brochure/%s', async (file) => {
    const found = await documents(`data/brochure/${file}`);
    expect([...found.keys()].sort()).toEqual(['en', 'ka']);
    for (const [lang, document] of found) {
      const tree = dump(document, { places: true });
      const golden = join(import.meta.dirname, `${basename(file, '.json')}.${lang}.tree`);
      if (process.env.UPDATE_GOLDEN === '1') await writeFile(golden, tree);
      expect(tree).toBe(await readFile(golden, 'utf8'));
    }
  });

  test.each(files)('the places of texts in data/brochure/%s hold those texts', async (file) => {
    const lines = (await readFile(join(packageRoot, 'data/brochure', file), 'utf8')).split('\n');
    const visit = (node: Inline): number => {
      if (node.type === 'lineBreak') return 0;
      if (node.type !== 'text') return node.children.map(visit).reduce((sum, count) => sum + count, 0);
      if (node.from.path === undefined) return 0;
      const written = lines[node.from.line - 1]?.slice(node.from.column - 1);
      expect(written?.startsWith(JSON.stringify(node.value)), `${node.from.path}: ${written}`).toBe(true);
      return 1;
    };
    for (const document of (await documents(`data/brochure/${file}`)).values()) {
      const paragraphs = [...blocksOf(document)].flatMap((block) => (block.type === 'paragraph' ? block.children : []));
      expect(paragraphs.map(visit).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(30);
    }
  });
});
