import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [p('სიტ\u00adყვა', { line: 2 })])] });
export const expected = ['data.json:2:3 A soft hyphen (U+00AD) in ‘სიტ­ყვა’.'];
