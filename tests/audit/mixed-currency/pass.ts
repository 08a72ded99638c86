import { column, documentOf, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [column(['100 ₾', '200 ₾', '300 ₾', '4 ₾'])])] });
