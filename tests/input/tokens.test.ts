import { expect, test } from 'vitest';
import {
  linksIn,
  missingFrom,
  monthsIn,
  namesIn,
  numbersIn,
  partsIn,
  readingsOf,
} from '../../src/input/check/tokens.ts';
import { languages } from '../../src/language/languages.ts';

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
  ['en', '1 000 000', ['1000000']],
  ['ka', '1 000 000', ['1000000']],
  ['en', '3\u202f500 ₾ and 1\u2009200.5', ['1200.5', '3500']],
  ['ka', '3\u202f500 ₾ და 1\u2009200,5', ['1200.5', '3500']],
  ['en', '0 800 000 407', ['0800000407']],
  ['ka', '0 800 000 407', ['0800000407']],
  ['en', '0322 000 407', ['0322000407']],
  ['ka', '(032) 2 00 04 07', ['0322000407']],
  ['en', '10 000 000 000', ['10000000000']],
  ['ka', '+995 32 000 00 00', ['995320000000']],
  ['en', 'see [page 7](https://example.org/2026/12)', ['7']],
  ['en', '1. First\n2. Second', []],
  ['en', 'EU4Energy cut CO2 by 12%', ['12']],
  ['ka', 'EU4Energy-მ N5 სკოლაში', ['5']],
  ['en', 'at 4 p.m., 9:30 a.m. and 12 noon', ['12', '16', '30', '9']],
  ['en', '12 a.m., 12 p.m.', ['0', '12']],
  ['ka', '16:00-ზე, 09:30-ზე', ['16', '30', '9']],
  ['en', `code ${'9'.repeat(400)}`, ['9'.repeat(400)]],
] as const)('%s: the numbers of “%s”', (tag, text, numbers) => {
  expect(numbersIn(text, languages[tag])).toEqual(numbers);
});

test.each([
  ['en', '12 June 2026', ['June']],
  ['ka', '2026 წლის 12 ივნისს', ['June']],
  ['en', 'from September to November', ['November', 'September']],
  ['ka', 'სექტემბრიდან ნოემბერში', ['November', 'September']],
  ['ka', 'იანვარი–ივნისი 2026', ['January', 'June']],
  ['ka', 'იანვ., თებ., მარ.', ['January', 'February', 'March']],
  ['en', 'Jan, Feb, Mar', ['January', 'February', 'March']],
  ['ka', 'საზღვრის მართვის მარტივი მარშრუტი', []],
  ['en', 'May we march in March? In May.', ['March', 'May']],
  ['ka', 'მაისში მარტამდე', ['March', 'May']],
  ['ka', 'იან', ['January']],
  ['ka', 'მაი', ['May']],
  ['ka', 'იან–თებ, ნოე 2026', ['January', 'February', 'November']],
  ['ka', '10-იან ჯგუფში, იანას მარი', []],
  ['en', 'JAN', ['January']],
  ['en', 'SEPTEMBER', ['September']],
] as const)('%s: the months of “%s”', (tag, text, months) => {
  expect([...monthsIn(text, languages[tag])].sort()).toEqual([...months].sort());
});

test('links are those of the notation; lists and paragraphs are counted', () => {
  expect(linksIn('[a](https://iom.int) [b](#tables) [c]{lang=en} (d)')).toEqual(['https://iom.int', '#tables']);
  expect(partsIn('One.\n\nTwo:\n\n- a\n- b\n\n1. c')).toEqual({ paragraphs: 4, items: 3 });
});

test('what is missing is counted, not only known', () => {
  expect(missingFrom(['1', '1', '2'], ['1', '3'])).toEqual(['1', '2']);
});

test.each([
  ['The office opens at 4 p.m.', 'ოფისი 16:00-ზე იხსნება'],
  ['The office opens at 4 p.m.', 'ოფისი 16 საათზე იხსნება'],
  ['The office opens at 4 PM', 'ოფისი საღამოს 4 საათზე იხსნება'],
  ['from 2 to 4:30 p.m.', '14:00-დან 16:30-მდე'],
])('“%s” is “%s”', (one, other) => {
  const readings = readingsOf(other, languages.ka).map((each) => each.join());
  expect(readingsOf(one, languages.en).some((each) => readings.includes(each.join()))).toBe(true);
});

test('a name with a digit is a name', () => {
  expect(namesIn('EU4Energy, EU4Youth, CO2 and IOM-GE-2026-014, [x](https://a4.example)')).toEqual(
    new Map([
      ['EU', ['EU4Energy', 'EU4Youth']],
      ['CO', ['CO2']],
    ]),
  );
});
