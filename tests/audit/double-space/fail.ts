import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [p('25\u00A0 %', { line: 2 })])] });
export const expected = ['data.json:2:3 Two spaces in a row in ‘25\u00A0 %’.'];
