import { aside, documentOf, li, p, section, ul } from '../documents.ts';

export const document = documentOf({
  after: [p('ავტორი', { look: 'byline' })],
  body: [
    section('a', 'სათაური', [
      ul([li([p('ერთი')], { look: 'focus' })], { look: 'route' }),
      ul([li([p('ერთი')])], { look: 'stops', ordered: true }),
      aside(null, [p('ორი', { look: 'lead' })], { look: 'panel' }),
    ]),
  ],
});
