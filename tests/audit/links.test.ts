/** Links to the web with their words and their places, wherever they stand. */
import { expect, it } from 'vitest';
import { sharedBy, webLinksOf } from '../../src/audit/links.ts';
import type { Inline } from '../../src/model/document.ts';
import { documentOf, en, link, p, section, text, toSection, toWeb } from './documents.ts';

const strong = (children: readonly Inline[], lang: typeof en | null = null): Inline => ({
  ...{ type: 'strong', children, lang },
  ...{ at: { file: 'document.hbs', line: 1, column: 1 }, from: { file: 'data.json', line: 1, column: 3 } },
});
const one = (link: Inline) => webLinksOf(documentOf({ body: [section('one', 'ერთი', [p([link])])] }));

it('are found in marks, in the language around them, and none but those to the web', () => {
  const [found, ...more] = one(strong([link(toWeb('https://example.org/'), 'our page'), text(' და ')], en));
  expect(more).toEqual([]);
  expect(found).toMatchObject({ words: 'our page', href: 'https://example.org/', lang: 'en' });
  expect(one(link(toSection('one'), 'აქ'))).toEqual([]);
});

it('are where their words are; one of marks alone is where it stands', () => {
  const target = toWeb('https://example.org/', 9);
  expect(one({ ...link(target, '', 4), children: [strong([text('აქ', 5)])] })[0]?.at.line).toBe(5);
  expect(one({ ...link(target, '', 4), children: [] })[0]?.at.line).toBe(4);
  expect(one(link(target, '', 4))[0]?.from.line).toBe(9);
});

it('have words without the space around them', () => {
  expect(one(link(toWeb('https://example.org/'), ' our page '))[0]?.words).toBe('our page');
});

it('are collected once a document', () => {
  const document = documentOf({ body: [section('one', 'ერთი', [p([link(toWeb('https://example.org/'), 'აქ')])])] });
  expect(webLinksOf(document)).toBe(webLinksOf(document));
});

it('share an address that has a field of its own, not one that is written in their words', () => {
  const found = one(link(toWeb('https://example.org/'), 'აქ'))[0];
  if (found === undefined) throw new Error('no link');
  const path = (name: string) => ({ file: 'data.json', line: 1, column: 3, path: name });
  const address = path('$.link.href');
  expect(sharedBy({ ...found, at: path('$.link.text.en'), from: address })).toEqual({ shared: address });
  expect(sharedBy({ ...found, at: path('$.text'), from: path('$.text') })).toEqual({});
  // A template's place has no path in the data.
  const { path: _, ...template } = address;
  expect(sharedBy({ ...found, at: path('$.text'), from: template })).toEqual({});
});
