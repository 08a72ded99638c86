import { describe, expect, it } from 'vitest';
import { readManuscript } from '../../src/finished/docx/manuscript.ts';
import { p, r, rawDocx } from '../outline/raw-docx.ts';

const read = (body: string) => readManuscript(rawDocx({ body, links: { p1: 'https://example.org/p.png' } }));
const picture =
  '<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="A road"/><a:blip r:embed="p1"/></wp:inline></w:drawing></w:r>';
const boxed = (inner: string) =>
  `<w:r><w:drawing><wp:anchor><wp:docPr id="2"/><w:txbxContent>${inner}</w:txbxContent></wp:anchor></w:drawing></w:r>`;
const wordsOf = (body: string) =>
  read(body).paragraphs.map(({ runs }) => runs.map(({ text, thing }) => (thing === null ? text : thing.type)).join(''));

describe('what is in a text box', () => {
  it('is read once: a picture, and a box in a box', () => {
    expect(wordsOf(p(`${r('a')}${boxed(p(picture))}`))).toEqual(['picture', 'a']);
    expect(wordsOf(p(`${r('a')}${boxed(p(`${r('b')}${boxed(p('c'))}`))}`))).toEqual(['c', 'b', 'a']);
  });

  it('is gone with what it stands in', () => {
    const gone = '<w:trPr><w:del w:author="Ana"/></w:trPr>';
    const cell = `<w:tc>${p(`${r('x')}${boxed(p('in the box'))}`)}</w:tc>`;
    expect(wordsOf(`<w:tbl><w:tr>${gone}${cell}</w:tr><w:tr><w:tc>${p('left')}</w:tc></w:tr></w:tbl>`)).toEqual([
      'left',
    ]);
    expect(wordsOf(p(`<w:del w:author="Ana">${boxed(p('in the box'))}</w:del>${r('a')}`))).toEqual(['a']);
  });

  it('takes nothing of a paragraph whose end was deleted', () => {
    const held = p('held', '', '<w:rPr><w:del w:author="Ana"/></w:rPr>');
    expect(wordsOf(`${held}${p(`${r(' on')}${boxed(p('b'))}`)}`)).toEqual(['b', 'held on']);
  });
});

it('hidden words that were tracked are told with who hid them', () => {
  const hidden = r('secret', '<w:vanish/>');
  const [paragraph] = read(p(`<w:ins w:author="Ana">${hidden}</w:ins>${r('a')}`)).paragraphs;
  expect(paragraph?.revisions).toEqual([{ type: 'insertion', author: 'Ana', date: '', text: '[hidden words]' }]);
  const [other] = read(p(`<w:del w:author="Ana">${hidden}</w:del>${r('a')}`)).paragraphs;
  expect(other?.runs.map(({ text }) => text)).toEqual(['a']);
  expect(other?.revisions.map(({ type }) => type)).toEqual(['deletion']);
});
