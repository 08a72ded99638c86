import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('ეს <b>მთავარია</b>.', { line: 2 }),
      p('ათი&nbsp;ლარი', { line: 3 }),
      p('## სათაური', { line: 4 }),
    ]),
  ],
});
export const expected = [
  'data.json:2:3 “<b>მთავარია</b>” is shown as it is written in ‘ეს <b>მთავარია</b>.’.',
  'data.json:3:3 “&nbsp;” is shown as it is written in ‘ათი&nbsp;ლარი’.',
  'data.json:4:3 “## ს” is shown as it is written in ‘## სათაური’.',
];
