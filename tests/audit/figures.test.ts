/** What is read of a picture's words. */
import { expect, it } from 'vitest';
import { bare, describedOf } from '../../src/audit/figures.ts';
import type { Block } from '../../src/model/document.ts';
import { at, document, figure, l, section, square, w } from '../make.ts';

it('words are compared without signs, blanks and capitals', () => {
  expect(bare(' A bridge,  near “Poti”: №\u00A07. ')).toBe('a bridge near poti 7');
});

it('an alternative text is in its own language, else in that of its figure, else in that of the document', () => {
  const plain = figure(square, 'A bridge');
  if (plain.type !== 'figure') throw new Error('a figure');
  const named = (alt: string | null, lang: string | null): Block => ({
    ...plain,
    lang: lang === null ? null : l(lang),
    image: { ...plain.image, alt: { value: w('A bridge'), from: at, ...(alt === null ? {} : { lang: l(alt) }) } },
  });
  const blocks = [named('de', 'fr'), named(null, 'fr'), named(null, null), figure(square, null)] as const;
  const found = describedOf(document({ lang: 'en', body: [section('one', 'One', blocks)] }));
  expect([...found].map(({ lang }) => lang)).toEqual(['de', 'fr', 'en']);
});
