import { column, documentOf, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [column(['12', '8', '5,5'], 'სიგრძე')])] });
export const expected = ['data.json:1:3 The column ‘სიგრძე’ does not say in which unit its values are.'];
