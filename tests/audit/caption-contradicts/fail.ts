import { documentOf, section, shares } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [shares([44, 30, 26], 'ნახევარზე მეტი ქალია', 2)])],
});
export const expected = [
  'data.json:2:3 The words say ‘ნახევარზე მეტი’, and the largest part of the chart is 44 % of the whole.',
];
