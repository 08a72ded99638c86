import { describe, expect, it } from 'vitest';
import { heardOf } from '../../src/studio/listening.ts';

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>T</title></head><body><main>${body}</main></body></html>`;

describe('what a screen reader says of the preview', () => {
  it('leads from each line to its field', async () => {
    const { lang, lines } = await heardOf(
      page(
        `<h1><span data-from="$.title.en">A safe coast</span></h1>
         <p><span data-from="$.lead.en">We work with <strong>people</strong></span>, <span data-from="$.who[0]">all</span>.</p>
         <img src="data:," alt="A road" data-from="$[&quot;a &amp; b&quot;].alt.en">
         <p>A template says this.</p>`,
      ),
    );
    expect(lang).toBe('en');
    expect(lines.map(({ kind, path, paths }) => [kind, path, paths.length])).toEqual([
      ['heading', '$.title.en', 1],
      ['other', '$.lead.en', 2],
      ['other', '$["a & b"].alt.en', 1],
      ['other', null, 0],
    ]);
    expect(lines[0]?.pieces.at(-1)).toEqual({ text: 'A safe coast', lang: null, own: false });
    expect(lines[0]?.pieces[0]?.own).toBe(true);
    expect(JSON.stringify(lines)).not.toMatch(/[\u{f0000}-\u{ffffd}]/u);
  });

  it('names the field of a cell, not that of its header', async () => {
    const { lines } = await heardOf(
      page(
        `<table><thead><tr><th scope="col"><span data-from="$.heads[0]">Region</span></th></tr></thead>
         <tbody><tr><td><span data-from="$.rows[0]">East</span></td></tr></tbody></table>`,
      ),
    );
    expect(lines.find(({ pieces }) => pieces.some(({ text }) => text === 'East'))?.path).toBe('$.rows[0]');
  });
});
