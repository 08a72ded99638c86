import { documentOf, en, marked, p, section, text } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('IOM-ის პროგრამა Regional Coordination Office for the South Caucasus.'),
      p([text('პროგრამა '), marked('cash for work', en), text('.')]),
    ]),
  ],
});
