import { expect, test } from 'vitest';
import { linksIn, missingFrom, monthsIn, numbersIn, partsIn } from '../../src/input/rules/tokens.ts';

test.each([
  ['en', '1,260 of 1,500 (84%)', ['1260', '1500', '84']],
  ['ka', '1260 და 1500 (84 %)', ['1260', '1500', '84']],
  ['en', 'EUR 3,250,000.50, in 2.5 minutes.', ['2.5', '3250000.5']],
  ['ka', '3\u00a0250\u00a0000,50 €, 2,5 წუთში.', ['2.5', '3250000.5']],
  ['ka', '25 000 ₾ და 18–59', ['18', '25000', '59']],
  ['en', 'IOM-GE-2026-014, CC BY 3.0', ['014', '2026', '3']],
  ['ka', 'IOM-GE-2026-014, CC BY 3.0', ['014', '2026', '3']],
  ['ka', '2026 წელს 100 ადამიანი', ['100', '2026']],
  ['en', '22.11.2026', ['22.11.2026']],
  ['ka', '+995 32 000 00 00', ['995320000000']],
  ['en', 'see [page 7](https://example.org/2026/12)', ['7']],
  ['en', '1. First\n2. Second', []],
  ['en', `code ${'9'.repeat(400)}`, ['9'.repeat(400)]],
] as const)('%s: the numbers of “%s”', (tag, text, numbers) => {
  expect(numbersIn(text, tag)).toEqual(numbers);
});

test.each([
  ['en', '12 June 2026', ['6']],
  ['ka', '2026 წლის 12 ივნისს', ['6']],
  ['en', 'from September to November', ['11', '9']],
  ['ka', 'სექტემბრიდან ნოემბერში', ['11', '9']],
  ['ka', 'იანვარი–ივნისი 2026', ['1', '6']],
  ['ka', 'იანვ., თებ., მარ.', ['1', '2', '3']],
  ['en', 'Jan, Feb, Mar', ['1', '2', '3']],
  ['ka', 'საზღვრის მართვის მარტივი მარშრუტი', []],
  ['en', 'May we march in March? In May.', ['3', '5']],
  ['ka', 'მაისში მარტამდე', ['3', '5']],
] as const)('%s: the months of “%s”', (tag, text, months) => {
  expect([...monthsIn(text, tag)].sort()).toEqual([...months].sort());
});

test('links are those of the notation; lists and paragraphs are counted', () => {
  expect(linksIn('[a](https://iom.int) [b](#tables) [c]{lang=en} (d)')).toEqual(['https://iom.int', '#tables']);
  expect(partsIn('One.\n\nTwo:\n\n- a\n- b\n\n1. c')).toEqual({ paragraphs: 4, items: 3 });
});

test('what is missing is counted, not only known', () => {
  expect(missingFrom(['1', '1', '2'], ['1', '3'])).toEqual(['1', '2']);
});
