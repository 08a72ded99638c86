import { documentOf, li, p, section, ul } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [p('– კარგი, – თქვა მან.'), p('1) ერთადერთი შენიშვნა.'), ul([li([p('ა')]), li([p('ბ')])])]),
  ],
});
