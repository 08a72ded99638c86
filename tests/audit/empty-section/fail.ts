import { documentOf, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'ცარიელი', [], { line: 2 })] });
export const expected = ['data.json:2:3 Nothing follows the heading ‘ცარიელი’.'];
