import { aside, documentOf, li, p, section, ul } from '../documents.ts';

export const document = documentOf({
  after: [p('ავტორი', { look: 'bylne', line: 2 })],
  body: [
    section(
      'a',
      'სათაური',
      [
        ul([li([p('ერთი', { look: 'callout', line: 5 })], { look: 'focused', line: 4 })], { look: 'stops', line: 3 }),
        aside(null, [p('ორი')], { look: 'box', line: 6 }),
      ],
      { look: 'wide', line: 1 },
    ),
  ],
});
export const expected = [
  'data.json:2:3 The theme "gza" has no look "bylne" for <p>.',
  'data.json:1:3 The theme "gza" has no look "wide" for <section>.',
  'data.json:3:3 The theme "gza" has no look "stops" for <ul>.',
  'data.json:4:3 The theme "gza" has no look "focused" for <li>.',
  'data.json:5:3 The theme "gza" has no look "callout" for <p>.',
  'data.json:6:3 The theme "gza" has no look "box" for <aside>.',
];
