import { column, documentOf, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [column(['12', '8'], 'სიგრძე, კმ')]),
    section('b', 'სხვა', [column(['12', '8'], 'სკოლა')]),
  ],
});
