import { aside, documentOf, en, figure, li, p, said, section, ul } from '../documents.ts';

export const document = documentOf({
  keyword: 'საკვანძო 🔑',
  body: [
    section(
      'a',
      'სათაური ☃',
      [
        p('პირველი 🙂 და მეორე 🙂, მესამე 👍🏽', { line: 3 }),
        ul([li([p('ცარიელი\u200Bადგილი 🙂', { line: 4 })])]),
        figure(said('სურათი 🙂', 5)),
        aside(said('ველი ꙮ', 6), [
          p('English: 日本', { lang: en, line: 7 }),
          p('中 🙂', { line: 8 }),
          p('ღილაკი 1️⃣', { line: 9 }),
        ]),
      ],
      { line: 2 },
    ),
  ],
});
export const expected = [
  'data.json:2:3 The fonts cannot show “☃” in ‘სათაური ☃’.',
  'data.json:3:3 The fonts cannot show “🙂” in ‘პირველი 🙂 და მეორე 🙂, მესა…’.',
  'data.json:3:3 The fonts cannot show “👍🏽” in ‘… მეორე 🙂, მესამე 👍🏽’.',
  'data.json:4:3 The fonts cannot show U+200B (zero width space) in ‘ცარიელი\u200Bადგილი 🙂’.',
  'data.json:6:3 The fonts cannot show “ꙮ” in ‘ველი ꙮ’.',
  'data.json:7:3 The fonts cannot show Chinese characters (3: 日 本 中) in ‘English: 日本’.',
  'data.json:9:3 The fonts cannot show “1️⃣” in ‘ღილაკი 1️⃣’.',
];
