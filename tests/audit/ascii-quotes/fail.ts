import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [p('პროექტი "გზა" გრძელდება.', { line: 2 })])] });
export const expected = [
  'data.json:2:3 Straight quotation marks in ‘პროექტი "გზა" გრძელდება.’, and 1 more in this text.',
];
