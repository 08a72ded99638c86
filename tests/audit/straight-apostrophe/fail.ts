import { documentOf, en, p, section } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [p("The project's aims.", { lang: en, line: 2 })])],
});
export const expected = ["data.json:2:3 A straight apostrophe or quotation mark in ‘The project's aims.’."];
