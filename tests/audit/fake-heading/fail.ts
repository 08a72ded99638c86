import { bold, documentOf, p, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [p([bold('რა გაკეთდა', 2)]), p('ბევრი რამ.')])] });
export const expected = ['data.json:2:3 ‘რა გაკეთდა’ is all in bold and looks like a heading, but is none.'];
