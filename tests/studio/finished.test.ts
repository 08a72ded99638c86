import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finishedIn } from '../../src/studio/finished.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'finished-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the finished files of a document', () => {
  it('are those of its name and of no other', async () => {
    const own = [
      'a.draft.en.docx',
      'a.en-ka.epub',
      'a.en.1.svg',
      'a.en.print.pdf',
      'a.en.report.html',
      'a.en.sheets.ticket.json',
      'a.en.ticket.xjdf',
      'a.ka.html',
      'a.large.en.pdf',
      'a.plain.draft.ka.md',
      'a.report.json',
    ];
    const others = ['a.b.en.pdf', 'a.json', 'ab.en.pdf', 'a.en.exe', 'a.xx.pdf'];
    for (const name of [...own, ...others]) await writeFile(path.join(folder, name), '');
    const names = async (file: string) => (await finishedIn(folder, file, 0)).map(({ name }) => name);
    expect(await names('data/report/a.json')).toEqual(own);
    expect(await names('data/report/a.b.json')).toEqual(['a.b.en.pdf']);
  });
});
