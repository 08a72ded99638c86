import { documentOf, section, table } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [table(['ა', '✓'], { line: 2 })])] });
export const expected = ['data.json:2:3 The cell says by a mark alone what it means: ‘✓’.'];
