/** A small document of every kind of thing that reports ask about, built once, and reports on it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { createEngine } from '../../src/compile.ts';
import type { BuildResult } from '../../src/engine.ts';
import type { Document } from '../../src/model/document.ts';
import { type DocumentReport, type ReportInput, reportOn } from '../../src/report/report.ts';
import { loadStandards } from '../../src/report/standards.ts';

export const source = 'data/document/small.json';

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"><rect width="120" height="80" fill="#1f5cb5"/></svg>';

export const data = {
  kind: 'document',
  languages: ['en'],
  title: { en: 'Wells of the valley' },
  description: { en: 'What was measured at the wells of the valley in 2026.' },
  author: { en: 'Water Office' },
  date: '2026-11-20',
  keywords: [{ en: 'wells' }],
  cover: { kind: { en: 'Register' } },
  sections: [
    {
      id: 'measures',
      title: { en: 'Measures' },
      blocks: [
        {
          type: 'text',
          text: { en: 'Twelve wells were measured^[By two teams.], see [the register](https://example.org/wells).' },
        },
        { type: 'text', text: { en: '1. Open the lid.\n2. Lower the tape.' } },
        {
          type: 'picture',
          src: 'well.svg',
          alt: { en: 'A well with its lid open' },
          caption: { en: 'A well' },
          credit: { en: '© Water Office 2026/Drawing' },
        },
        {
          type: 'table',
          caption: { en: 'Depths' },
          columns: [{ head: { en: 'Well' } }, { head: { en: 'Depth, m' }, align: 'end' }],
          rows: [
            { cells: [{ text: { en: 'North' } }, { number: 12 }] },
            { cells: [{ text: { en: 'South' } }, { number: 9 }] },
          ],
        },
      ],
    },
  ],
  imprint: { copyright: { en: '© Water Office, 2026' } },
};

export interface Built {
  readonly result: BuildResult;
  readonly documents: readonly Document[];
}

/** Builds a document in a project of its own. */
export async function built(value: unknown = data): Promise<Built> {
  const root = mkdtempSync(path.join(tmpdir(), 'etrati-report-'));
  try {
    mkdirSync(path.join(root, path.dirname(source)), { recursive: true });
    writeFileSync(path.join(root, source), JSON.stringify(value, null, 2));
    writeFileSync(path.join(root, path.dirname(source), 'well.svg'), drawing);
    const engine = createEngine({ root, env: {} });
    const result = await engine.build(source, { formats: ['pdf', 'html'], prove: true });
    if (result.outputs.length === 0) throw new Error(JSON.stringify(result.diagnostics, null, 2));
    const documents = [await engine.document(source, 'en')];
    engine.close();
    return { result, documents };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

export async function reportOf({ result, documents }: Built, more: Partial<ReportInput> = {}): Promise<DocumentReport> {
  return reportOn({
    ...{ source, documents, outputs: result.outputs, proofs: result.proofs, findings: [], allowed: [], answers: [] },
    ...{ judgements: new Map(), standards: await loadStandards(), created: new Date('2026-11-20T00:00:00Z') },
    pictureHash: ({ file }) => file,
    ...more,
  });
}

/** The same with its PDF changed. */
export async function withPdf(one: Built, change: (pdf: PDFDocument) => void): Promise<Built> {
  const outputs = await Promise.all(
    one.result.outputs.map(async (output) => {
      if (output.format !== 'pdf') return output;
      const pdf = await PDFDocument.load(output.bytes, { updateMetadata: false });
      change(pdf);
      return { ...output, bytes: await pdf.save({ useObjectStreams: false }) };
    }),
  );
  return { ...one, result: { ...one.result, outputs } };
}
