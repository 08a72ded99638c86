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
  'document.hbs:2:1 The theme "gza" has no look "bylne" for <p>.',
  'document.hbs:1:1 The theme "gza" has no look "wide" for <section>.',
  'document.hbs:3:1 The theme "gza" has no look "stops" for <ul>.',
  'document.hbs:4:1 The theme "gza" has no look "focused" for <li>.',
  'document.hbs:5:1 The theme "gza" has no look "callout" for <p>.',
  'document.hbs:6:1 The theme "gza" has no look "box" for <aside>.',
];
