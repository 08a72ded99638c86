import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  blocksOf,
  boxOf,
  changedPaths,
  cropOf,
  foldsOf,
  millimetres,
  pathOnSheet,
} from '../../src/studio/page/paper/geometry.ts';
import type { PaperPreview, PaperSheet } from '../../src/studio/protocol.ts';
import type { OpenStudio } from '../../src/studio/server.ts';
import { askOf, ended, named, withBrochure } from './asking.ts';

let root: string;
let studio: OpenStudio;
const ask = askOf(() => studio);
const paper = async (query: string): Promise<PaperPreview> =>
  (await ask('GET', `api/paper?${named}&lang=en&${query}`)).body;

beforeAll(async () => {
  ({ root, studio } = await withBrochure());
});
afterAll(() => ended({ root, studio }));

describe('pages of a document', () => {
  it('are drawn as a PDF that the page fetches by its key, with the places of its words', async () => {
    const drawn = await paper('kind=pdf');
    expect(drawn.findings).toMatchObject([{ code: 'starter-words' }]);
    const words = drawn.sheets.flatMap((sheet) => sheet.words.map((each) => each.path));
    expect(words).toContain('$.title.en');
    const response = await fetch(`${studio.address}paper?key=${drawn.key}`);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect((await response.text()).slice(0, 5)).toBe('%PDF-');
    for (const key of ['', 'x', '../../etc/passwd', `${drawn.key}0`])
      expect((await ask('GET', `paper?key=${encodeURIComponent(key)}`)).status, key).toBe(404);
  });

  it('of the print edition are sides with their panels, and no ticket is made for them', async () => {
    const { sheets, key } = await paper('kind=print');
    expect(key).not.toBeNull();
    expect(sheets.map(({ panels }) => panels.length)).toEqual([3, 3]);
    expect((await ask('GET', `api/made?${named}`)).body).toEqual([]);
  });

  it('cannot be drawn of a text with an error: the findings say which', async () => {
    const open = (await ask('GET', `api/document?${named}`)).body;
    const broken = open.text.replace('"title": {', '"titel": {');
    const saved = await ask('PUT', `api/document?${named}&base=${open.revision}`, broken);
    const drawn = await paper('kind=pdf');
    expect([drawn.key, drawn.sheets, drawn.fault]).toEqual([null, [], null]);
    expect(drawn.findings).toContainEqual(expect.objectContaining({ code: 'unknown-field', severity: 'error' }));
    await ask('PUT', `api/document?${named}&base=${saved.body.revision}`, open.text);
  });

  it('with longer words say why they cannot be drawn, where the text itself has no error', async () => {
    const open = (await ask('GET', `api/document?${named}`)).body;
    const value = JSON.parse(open.text);
    const long = 'A sentence that is read by nobody but fills its panel to the last line. '.repeat(45).trim();
    value.about.paragraphs = Array.from({ length: 2 }, () => ({ en: long, ka: 'აბზაცი.' }));
    await ask('PUT', `api/document?${named}&base=${open.revision}`, JSON.stringify(value, null, 2));
    const plain = await paper('kind=print');
    const longer = await paper('kind=print&longer=yes');
    expect(plain.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(plain.fault).toBeNull();
    expect(longer.key).toBeNull();
    expect(longer.fault).toMatchObject({ code: 'panel-overflow', severity: 'error' });
    // What is found is of the text itself.
    expect(longer.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('the picture of a page', () => {
  const sheet: PaperSheet = {
    trim: [30, 30, 330, 230],
    bleed: 10,
    panels: [
      { role: 'cover', order: 0, width: 100 },
      { role: 'text', order: 1, width: 120 },
      { role: 'back', order: 2, width: 80 },
    ],
    words: [
      { path: '$.a.en', area: [40, 200, 90, 210] },
      { path: '$.b.src', area: [40, 100, 90, 150] },
    ],
  };

  it('shows the page as it is cut, or what is printed around it', () => {
    expect(cropOf(sheet, false)).toEqual({ left: 30, top: 230, width: 300, height: 200 });
    expect(cropOf(sheet, true)).toEqual({ left: 20, top: 240, width: 320, height: 220 });
    expect(boxOf([40, 200, 90, 210], cropOf(sheet, true))).toEqual({ x: 20, y: 30, width: 50, height: 10 });
  });

  it('is folded between its panels', () => {
    expect(foldsOf(sheet)).toEqual([100, 220]);
    expect(foldsOf({ panels: [] })).toEqual([]);
    expect(millimetres((73.5 / 25.4) * 72)).toBe(73.5);
  });

  it('marks a field, and the picture that a field has the words of', () => {
    expect(pathOnSheet(sheet, '$.a.en')).toBe('$.a.en');
    expect(pathOnSheet(sheet, '$.b.alt.en')).toBe('$.b.src');
    expect(pathOnSheet(sheet, '$.c.en')).toBeNull();
    expect([...changedPaths([sheet], (each) => each === '$.a.en')]).toEqual(['$.a.en']);
  });

  it('marks the lines of a paragraph as one, and another column by itself', () => {
    const line = (x: number, y: number) => ({ x, y, width: 100, height: 10 });
    expect(blocksOf([line(0, 0), line(0, 12), line(0, 24), line(200, 0), line(200, 12)])).toEqual([
      { x: 0, y: 0, width: 100, height: 34 },
      { x: 200, y: 0, width: 100, height: 22 },
    ]);
  });
});
