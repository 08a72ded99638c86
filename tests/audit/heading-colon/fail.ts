import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური:', [p('ა')], { line: 2 })] });
export const expected = ['data.json:2:3 The heading ‘სათაური:’ ends with “:”.'];
