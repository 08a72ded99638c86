import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenStudio } from '../../src/studio/server.ts';
import { askOf, ended, file, named, withBrochure } from './asking.ts';

let root: string;
let studio: OpenStudio;
const ask = askOf(() => studio);

beforeAll(async () => {
  ({ root, studio } = await withBrochure());
});
afterAll(() => ended({ root, studio }));

describe('longer words', () => {
  it('are drawn and never mended: what is found is of the text that is saved', async () => {
    const open = (await ask('GET', `api/document?${named}`)).body;
    const lead = 'We work for people,families and towns.';
    const value = JSON.parse(open.text);
    value.about.lead.en = lead;
    await ask('PUT', `api/document?${named}&base=${open.revision}`, JSON.stringify(value, null, 2));
    const plain = (await ask('GET', `api/preview?${named}&lang=en`)).body;
    const longer = (await ask('GET', `api/preview?${named}&lang=en&longer=yes`)).body;
    expect(plain.html).toContain('for people');
    expect(longer.html).not.toContain('for people');
    expect(longer.html).toContain('data-from="$.about.lead.en"');
    const fixes = longer.findings.flatMap(({ fix }: { fix: object | null }) => fix ?? []);
    const edits = [{ path: '$.about.lead.en', of: lead, value: 'We work for people, families and towns.' }];
    expect(fixes).toContainEqual(expect.objectContaining({ edits }));
    expect(longer.findings).toEqual(plain.findings);
  });
});

describe('a page', () => {
  it('is drawn once for all who ask for it, and again when a picture in a folder of its own changes', async () => {
    const pictures = path.join(root, 'data/brochure/pictures');
    await mkdir(pictures);
    const drawing = (colour: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z" fill="${colour}"/></svg>`;
    await writeFile(path.join(pictures, 'a.svg'), drawing('#111111'));
    const open = (await ask('GET', `api/document?${named}`)).body;
    const value = JSON.parse(open.text);
    const text = (words: string) => ({ en: words, ka: 'სიტყვა' });
    value.sections = [
      {
        ...value.sections[0],
        blocks: [
          { type: 'picture', src: 'pictures/a.svg', alt: text('A'), caption: text('B'), credit: text('© IOM 2026/C') },
        ],
      },
    ];
    await ask('PUT', `api/document?${named}&base=${open.revision}`, JSON.stringify(value, null, 2));
    const stop = new AbortController();
    const events = await fetch(`${studio.address}events`, { signal: stop.signal });
    const both = await Promise.all([
      ask('GET', `api/preview?${named}&lang=en`),
      ask('GET', `api/preview?${named}&lang=en`),
    ]);
    // The very same, with the time that it took.
    expect(both[0].body).toEqual(both[1].body);
    expect(both[0].body.findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
    // Time for the folder to be watched.
    await new Promise((resolve) => setTimeout(resolve, 100));
    await writeFile(path.join(pictures, 'a.svg'), drawing('#222222'));
    let heard = '';
    for await (const chunk of events.body ?? []) {
      heard += Buffer.from(chunk).toString();
      if (heard.includes('"redraw"')) break;
    }
    stop.abort();
    expect(heard).toContain(`{"type":"redraw","file":"${file}"}`);
    const after = (await ask('GET', `api/preview?${named}&lang=en`)).body.html;
    expect(after).toContain('</html>');
    expect(after).not.toBe(both[0].body.html);
  });
});
