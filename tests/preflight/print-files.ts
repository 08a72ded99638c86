/** Our own print files, made once, and faults planted into them. */
import { deflateSync, inflateSync } from 'node:zlib';
import { PDFArray, PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { createEngine } from '../../src/compile.ts';
import { packageRoot } from '../../src/world.ts';
import type { PrintOptions } from '../../src/write/targets.ts';

export interface PrintFile {
  readonly name: string;
  readonly lang: string;
  readonly bytes: Uint8Array;
}

/** @param options else as the kind of document is by itself */
export async function printFiles(data: readonly string[], options: PrintOptions = {}): Promise<readonly PrintFile[]> {
  const engine = createEngine({ root: packageRoot, env: { SOURCE_DATE_EPOCH: '1790000000' } });
  const files: PrintFile[] = [];
  for (const file of data) {
    const { outputs } = await engine.build(file, { formats: ['print'], print: options });
    files.push(...outputs.filter(({ name }) => name.endsWith('.pdf')));
  }
  engine.close();
  return files;
}

export type Plant = (document: PDFDocument) => void;

export async function planted(bytes: Uint8Array, plant: Plant): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  plant(document);
  return document.save({ useObjectStreams: false });
}

/** Changes the content of a page, counted from 0. */
export function rewrite(document: PDFDocument, page: number, change: (content: string) => string): void {
  const node = document.getPage(page).node;
  const held = node.Contents();
  if (!(held instanceof PDFRawStream)) throw new Error('one stream of content was expected');
  const before = inflateSync(held.contents).toString('latin1');
  const after = change(before);
  if (after === before) throw new Error('nothing was planted');
  const stream = document.context.stream(deflateSync(Buffer.from(after, 'latin1')), { Filter: 'FlateDecode' });
  node.set(PDFName.of('Contents'), document.context.register(stream));
}

export function setBox(document: PDFDocument, page: number, name: string, edges: readonly number[]): void {
  const box = PDFArray.withContext(document.context);
  for (const edge of edges) box.push(PDFNumber.of(edge));
  document.getPage(page).node.set(PDFName.of(name), box);
}
