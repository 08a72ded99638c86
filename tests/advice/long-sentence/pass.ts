import { documentOf, p, section } from '../../audit/documents.ts';

const words = Array.from({ length: 20 }, () => 'კარგი').join(' ');

export const document = documentOf({ body: [section('a', 'სათაური', [p(`${words}. ${words}.`)])] });
