import { aside, documentOf, en, figure, li, p, said, section, ul } from '../documents.ts';

export const document = documentOf({
  keyword: 'საკვანძო 🔑',
  body: [
    section(
      'a',
      'სათაური ☃',
      [
        p('პირველი 🙂 და მეორე 🙂, მესამე 👍🏽', { line: 3 }),
        ul([li([p('ცარიელი\u200Bადგილი', { line: 4 })])]),
        figure(said('სურათი ✓', 5)),
        aside(said('ველი ◇', 6), [p('English: 日本', { lang: en, line: 7 })]),
      ],
      { line: 2 },
    ),
  ],
});
export const expected = [
  'data.json:2:3 No glyph for U+2603, an emoji or picture: “☃” in ‘სათაური ☃’.',
  'data.json:3:3 No glyph for U+1F642, an emoji or picture: “🙂” in ‘პირველი 🙂 და მეორე 🙂, მესა…’.',
  'data.json:3:3 No glyph for U+1F44D, an emoji or picture: “👍” with U+1F3FD, a skin colour for an emoji: “🏽” in ‘… მეორე 🙂, მესამე 👍🏽’.',
  'data.json:4:3 No glyph for U+200B, zero width space in ‘ცარიელი\u200Bადგილი’.',
  'data.json:5:3 No glyph for U+2713, a sign: “✓” in ‘სურათი ✓’.',
  'data.json:6:3 No glyph for U+25C7, a sign: “◇” in ‘ველი ◇’.',
  'data.json:7:3 No glyph for U+65E5, a Han character: “日” in ‘English: 日本’.',
  'data.json:7:3 No glyph for U+672C, a Han character: “本” in ‘English: 日本’.',
  'data.json:1:3 No glyph for U+1F511, an emoji or picture: “🔑” in ‘საკვანძო 🔑’.',
];
