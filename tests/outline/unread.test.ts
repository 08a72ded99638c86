/** What a reader cannot read it counts, and what is hidden it does not claim; contents are read without numbers of pages. */
import { expect, it } from 'vitest';
import type { OutlineFormat } from '../../src/outline/formats.ts';
import { printOutline } from '../../src/outline/print.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { p, r, rawDocx, style } from './raw-docx.ts';
import { rawPdf, stream } from './raw-pdf.ts';

async function linesOf(bytes: Uint8Array, format: OutlineFormat): Promise<string[]> {
  return printOutline(await outlineOf(bytes, format))
    .trimEnd()
    .split('\n')
    .slice(1);
}

const html = (body: string) => linesOf(new TextEncoder().encode(`<html lang="en"><body>${body}</body></html>`), 'html');

it('counts formulas, form fields, videos and what is hidden in a page', async () => {
  const body = `<main><p>a</p><math><mi>x</mi></math><math alttext="x squared"><mi>x</mi></math>
    <form><label>Name <input></label><input type="hidden" value="v"><select><option>o</option></select></form>
    <video src="v.mp4"></video><iframe src="x"></iframe>
    <p style="color: red; display:none">h</p><p style="visibility: hidden">h</p><div inert>h</div><dialog>h</dialog><p hidden></p>
    <p style="display: block">b</p></main><nav><a href="/">Home</a></nav>`;
  expect(await html(body)).toEqual([
    ...['paragraph  a', 'figure “x squared”', 'paragraph  Name', 'paragraph  b'],
    'not read: 1 formula, 2 form fields, 1 video or sound, 1 embedded object, 1 navigation, 4 hidden texts',
  ]);
});

it('reads contents of a page by how they are nested', async () => {
  const body = `<main><nav><ol><li><a href="#a">1 A</a><ol><li lang="ka"><a href="#b">ბ</a></li></ol></li><li><a href="#c">C</a></li></ol></nav>
    <h1 id="a">1 A</h1><h2 id="b" lang="ka">ბ</h2><h1 id="c">C</h1></main>`;
  expect((await html(body)).slice(0, 4)).toEqual([
    ...['contents', '  entry 1  [1 A](#1 1 A)', '  entry 2  [{ka: ბ}](#2 ბ)', '  entry 1  [C](#3 C)'],
  ]);
});

const mark = (mcid: number, text: string) => `/P <</MCID ${mcid}>> BDC BT /F1 9 Tf (${text}) Tj ET EMC\n`;

it('reads contents of a PDF without leaders and numbers of pages', async () => {
  const entry = (mcid: number, inner = '') =>
    `<< /S /TOCI /K [<< /S /Reference /K << /S /Link /K ${mcid} >> >> ${inner}] >>`;
  const root = `/K << /S /Document /Pg 100 0 R /K << /S /TOC /K [${entry(0, `<< /S /TOC /K ${entry(1)} >>`)} ${entry(2)}] >> >>`;
  const content = ['One 3', 'Of 2026. . . . . 4', 'Three \\267\\267\\267 xii'].map((text, mcid) => mark(mcid, text));
  expect(await linesOf(rawPdf({ pages: [content.join('')], root }), 'pdf')).toEqual([
    ...['contents', '  entry 1  One', '  entry 2  Of 2026', '  entry 1  Three'],
  ]);
  const years = ['Of 2025', 'No number', 'Of 2026'].map((text, mcid) => mark(mcid, text));
  expect(await linesOf(rawPdf({ pages: [years.join('')], root }), 'pdf')).toContain('  entry 1  Of 2025');
});

it('counts what a layer hides, formulas without words, and fields of a form in a PDF', async () => {
  const file = rawPdf({
    pages: [`${mark(0, 'seen')}/OC /Off BDC ${mark(1, 'unseen')} EMC /P <</MCID 2>> BDC /X Do EMC`, mark(0, 'x = 1')],
    resources: '/Properties << /Off 60 0 R >> /XObject << /X 61 0 R >>',
    catalog: '/OCProperties << /OCGs [60 0 R] /D << /OFF [60 0 R] >> >>',
    objects: {
      60: '<< /Type /OCG /Name (Off) >>',
      61: stream('BT /F1 9 Tf (unseen) Tj ET', '/Type /XObject /Subtype /Form /OC 60 0 R'),
    },
    root: `/K << /S /Document /Pg 100 0 R /K [<< /S /P /K [0 1 2] >>
      << /S /Formula /Pg 101 0 R /K 0 >> << /S /Formula /Alt (x is one) >>] >>`,
  });
  expect(await linesOf(file, 'pdf')).toEqual([
    ...['paragraph  seen', 'figure “x is one”', 'not read: 1 formula, 2 hidden texts'],
  ]);
});

it('counts what a style hides, formulas and boxes to tick in a DOCX', async () => {
  const hidden = '<w:style w:type="character" w:styleId="v"><w:name w:val="v"/><w:rPr><w:vanish/></w:rPr></w:style>';
  const tick = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>
    <w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const body = p(`${r('a')}${r('b', '<w:rStyle w:val="v"/>')}${r('c', '<w:rStyle w:val="v"/><w:vanish w:val="0"/>')}
    <m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath>${tick}`);
  const styles = `${style('a', 'a')}${hidden}`;
  expect(await linesOf(rawDocx({ body, styles }), 'docx')).toEqual([
    ...['paragraph  ac', 'not read: 1 formula, 1 form field, 1 hidden text'],
  ]);
});

it('tells where a note is called', async () => {
  const body = '<p>A sentence<sup><a role="doc-noteref" href="#n">1</a></sup> goes on.</p>';
  expect((await html(`${body}<section role="doc-endnotes"><ol><li id="n">n</li></ol></section>`))[0]).toBe(
    'paragraph  A sentence‹note 1› goes on.',
  );
});
