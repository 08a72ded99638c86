import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [p('და ასე შემდეგ...', { line: 2 })])] });
export const expected = ['data.json:2:3 Three full stops in ‘და ასე შემდეგ...’.'];
