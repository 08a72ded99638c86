import { documentOf, p, section } from '../../audit/documents.ts';

const sentence = `${Array.from({ length: 26 }, () => 'კარგი').join(' ')}.`;

export const document = documentOf({
  body: [section('a', 'სათაური', [p(Array.from({ length: 6 }, () => sentence).join(' '), { line: 2 })])],
});
export const expected = ['data.json:2:3 The paragraph has 156 words.'];
