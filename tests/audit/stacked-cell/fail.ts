import { documentOf, section, stacked } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [stacked(['12', '14'], 2)])] });
export const expected = ['data.json:2:3 The cell has 2 values, and they are read out as one: ‘12 | 14’.'];
