/** What of a document's metadata is judged: what is said nowhere else, at its place in the data. */
import { expect, it } from 'vitest';
import { isOfData, textsOf } from '../../src/audit/texts.ts';
import type { Document } from '../../src/model/document.ts';
import { at, document, p, section, w } from '../make.ts';

const place = { ...at, line: 7 };
const description = w('Words of two languages');

const own = (body = 'Text.'): Document => {
  const made = document({ title: 'Title', body: [section('one', 'One', [p(body)])] });
  const places = new Map([[description, place]]);
  return { ...made, metadata: { ...made.metadata, description, places, mixed: new Set([description]) } };
};

const found = (of: Document, value: string) => textsOf(of).filter((text) => text.value === value);

it('is its description and keywords, which nothing paints, and its author, who is in the heads of pages', () => {
  const [about] = found(own(), description);
  expect(about).toMatchObject({ from: place, unpainted: true, mixed: true });
  expect(found(own(), 'migration')).toMatchObject([{ from: at, unpainted: true }]);
  const [author] = found(own(), 'IOM');
  expect(author).toBeDefined();
  expect(author).not.toHaveProperty('unpainted');
  expect(author).not.toHaveProperty('mixed');
});

it('is not what the text says too', () => {
  expect(found(own(description), description)).toHaveLength(1);
  expect(found(own(description), description)[0]).not.toHaveProperty('unpainted');
  expect(found(own(), 'Title')).toHaveLength(1);
});

it('is collected once, and what a template writes is its own', () => {
  const one = own();
  expect(textsOf(one)).toBe(textsOf(one));
  expect([isOfData({ ...at, file: 'data/a.json' }), isOfData({ ...at, file: 'document.hbs' })]).toEqual([true, false]);
});
