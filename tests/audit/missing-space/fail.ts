import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [p('ქვეყნების საჭიროებების,პრიორიტეტული საკითხების;სხვა.', { line: 2 })])],
});
export const expected = [
  'data.json:2:3 No space after “,” in ‘ქვეყნების საჭიროებების,პრიორიტეტული საკითხების;სხვა.’, and 1 more in this text.',
];
