import { documentOf, li, p, section, ul } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [ul([li([p('ა')]), li([p('ბ')])]), ul([li([p('ა')])])])],
});
