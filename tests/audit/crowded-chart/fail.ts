import { chart, documentOf, section } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'ა', [chart('bar', [5, 2], { line: 2 }), chart('share', [1, 6], { line: 3 })])],
});
export const expected = [
  'data.json:2:3 The chart has 5 series; more than 4 are hard to tell apart.',
  'data.json:3:3 The chart has 6 shares; more than 4 are hard to tell apart.',
];
