import { bold, documentOf, p, section, text } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [p([bold('პროექტი დასრულდა.')]), p('ა.'), p([bold('ვადა'), text(' – მაისი')]), p('ბ.')]),
  ],
});
