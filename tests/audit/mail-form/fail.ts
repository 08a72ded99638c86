import { documentOf, link, p, section, toWeb } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p([link(toWeb('mailto:nino..k@iom.int', 2), 'ნინო')]),
      p([link(toWeb('mailto:.nino@iom.int', 3), 'ია')]),
    ]),
  ],
});
export const expected = [
  'data.json:2:3 ‘nino..k@iom.int’ cannot be a mail address.',
  'data.json:3:3 ‘.nino@iom.int’ cannot be a mail address.',
];
