import { documentOf, p, section } from '../../audit/documents.ts';

const sentence = `${Array.from({ length: 25 }, () => 'კარგი').join(' ')}.`;

export const document = documentOf({
  body: [section('a', 'სათაური', [p([sentence, sentence, sentence].join(' ')), p([sentence, sentence].join(' '))])],
});
