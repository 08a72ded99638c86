import { documentOf, p, section } from '../documents.ts';

const inner = section('a', 'შიდა', [p('ტექსტი.')], { line: 3 });
export const document = documentOf({ body: [section('a', 'პირველი', [p('ტექსტი.'), inner], { line: 2 })] });
export const expected = ['data.json:3:3 Two sections have the id "a".'];
