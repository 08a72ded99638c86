import { documentOf, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'ცარიელი', [], { line: 2 })] });
export const expected = ['document.hbs:2:1 Nothing follows the heading ‘ცარიელი’.'];
