import { documentOf, p, section } from '../../audit/documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [p('ჩვენი ტექსტი კარქი არის.', { line: 2 }), p('ტექსტი კარქი არის.', { line: 3 })])],
});
export const expected = ['data.json:2:3 “კარქი” is not in the word list, here and in 1 more text.'];
