import { documentOf, p, section } from '../../audit/documents.ts';

const words = Array.from({ length: 41 }, () => 'კარგი').join(' ');

export const document = documentOf({ body: [section('a', 'სათაური', [p(`${words}.`, { line: 2 })])] });
export const expected = ['data.json:2:3 The sentence “კარგი კარგი კარგი კარგი კარგი კარგი კარგ…” has 41 words.'];
