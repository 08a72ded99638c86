import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [p('25\u00A0% და 3 წელი.')])] });
