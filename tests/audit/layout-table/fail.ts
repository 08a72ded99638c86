import { documentOf, section, table } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [table(['ყუთი ტექსტით'], { line: 2 })])] });
export const expected = ['data.json:2:3 The table has one cell: it is a box around words, and is read out as a table.'];
