import { column, documentOf, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [column(['100 ₾', '200 ₾', '300 ₾', '4 €'])])] });
export const expected = ['data.json:5:3 This amount is in EUR, and all other amounts of the table are in GEL.'];
