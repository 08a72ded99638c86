/** A document whose rows are in files: what it depends on, and what is embedded of it. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createEngine, readSource } from '../../src/index.ts';
import { Project } from '../cli/project.ts';
import { rowsOf, workbookOf } from '../input/made-workbook.ts';

const data = {
  kind: 'document',
  languages: ['en'],
  date: '2026-11-23',
  title: { en: 'Trial' },
  description: { en: 'A trial.' },
  author: { en: 'Author' },
  keywords: [{ en: 'trial' }],
  cover: { kind: { en: 'Trial' } },
  sections: [
    {
      id: 'one',
      title: { en: 'First' },
      blocks: [
        {
          type: 'table',
          caption: { en: 'Courses' },
          columns: [{ head: { en: 'Course' } }, { head: { en: 'People' }, as: 'number' }],
          rows: 'tables/courses.csv',
        },
        {
          type: 'chart',
          chart: 'bar',
          caption: { en: 'People' },
          source: { en: 'Source: a list.' },
          data: { file: 'people.xlsx' },
        },
      ],
    },
  ],
  imprint: { copyright: { en: '© 2026' } },
};
const people = workbookOf({
  sheets: [
    {
      name: 'S',
      rows: rowsOf([
        ['Month', 'Women'],
        ['May', 3],
        ['June', 0.1 + 0.2],
      ]),
    },
  ],
});

it('names its files among its sources, and embeds data that make the same bytes without them', async () => {
  const [project, other] = [new Project(), new Project()];
  project.write('data/document/trial.json', JSON.stringify(data, null, 2));
  project.write('data/document/tables/courses.csv', 'Course,People\nSAFE,12\n');
  writeFileSync(path.join(project.root, 'data/document/people.xlsx'), people);
  const options = { formats: ['pdf'], pdfStandard: 'ua-2', embedSource: true } as const;
  const file = 'data/document/trial.json';
  const made = await createEngine({ root: project.root }).build(file, options);
  expect(made.diagnostics).toEqual([]);
  expect(made.sources).toEqual(
    expect.arrayContaining([file, 'data/document/tables/courses.csv', 'data/document/people.xlsx']),
  );
  const bytes = made.outputs[0]?.bytes ?? new Uint8Array();
  const source = Buffer.from((await readSource(bytes)).bytes).toString();
  expect(source).toContain('"number": 12');
  expect(source).not.toMatch(/courses\.csv|people\.xlsx/);
  // What names no file stays as it was written.
  expect(source.startsWith(JSON.stringify(data, null, 2).slice(0, 300))).toBe(true);
  other.write(file, source);
  const again = await createEngine({ root: other.root }).build(file, options);
  expect(again.diagnostics).toEqual([]);
  expect(Buffer.from(again.outputs[0]?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
});
