import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური და ტექსტი '.repeat(10), [p('ა')], { line: 2 })] });
export const expected = ['data.json:2:3 The heading has 180 characters: it is a paragraph.'];
