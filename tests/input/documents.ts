/** Data that a test has in hand, made into trees as a build makes them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { audit } from '../../src/audit/audit.ts';
import { locate } from '../../src/catalog.ts';
import { loadTheme } from '../../src/design/load.ts';
import { type Diagnostic, Report } from '../../src/diagnostics.ts';
import { loadData } from '../../src/input/load.ts';
import type { Document } from '../../src/model/document.ts';
import { loadPicture } from '../../src/picture/picture.ts';
import { qrPicture } from '../../src/picture/qr.ts';
import { readDocument } from '../../src/read/read.ts';
import { compileTemplate, type Template } from '../../src/template/compile.ts';
import { openWorld, packageRoot } from '../../src/world.ts';

const templates = new Map<string, Template>();
const ours = await openWorld(packageRoot);
const theme = await loadTheme('templates/themes/gza/theme.json', ours, new Report());

export interface Made {
  readonly documents: readonly Document[];
  readonly found: readonly Diagnostic[];
  readonly said: readonly string[];
}

/** `files` lie beside the data. */
export async function makeDocuments(
  data: object,
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Made> {
  const root = mkdtempSync(path.join(tmpdir(), 'etrati-data-'));
  try {
    for (const [name, bytes] of Object.entries({ ...files, 'data.json': JSON.stringify(data, null, 1) }))
      writeFileSync(path.join(root, name), bytes);
    return await made(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function made(root: string): Promise<Made> {
  const world = await openWorld(root);
  const report = new Report();
  const documents: Document[] = [];
  const loaded = await loadData('data.json', world, report);
  if (loaded !== null && theme !== null) {
    const file = (await locate('template', loaded.kind, { world, report })) ?? '';
    const template = templates.get(loaded.kind) ?? (await compileTemplate(file, world, loaded.shape, report));
    if (template !== null) templates.set(loaded.kind, template);
    const picture = (src: Parameters<typeof loadPicture>[0]) => loadPicture(src, world, report);
    for (const lang of loaded.languages) {
      const markup = template?.fill(loaded.localize(lang), lang, report) ?? null;
      if (markup === null) continue;
      const { kind, editions } = loaded;
      const way = { kind, lang, editions, metadata: loaded.metadata(lang), picture, qr: qrPicture };
      const document = await readDocument(markup, way, report);
      if (document === null) continue;
      audit(document, theme, report);
      documents.push(document);
    }
  }
  const found = report.diagnostics;
  return { documents, found, said: found.map(({ code, at, message }) => `${code} ${at?.path ?? ''} ${message}`) };
}
