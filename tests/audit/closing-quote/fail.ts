import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [p('პროექტი „გზა” გრძელდება.', { line: 2 })])] });
export const expected = ['data.json:2:3 A quotation that ends with ” in ‘პროექტი „გზა” გრძელდება.’.'];
