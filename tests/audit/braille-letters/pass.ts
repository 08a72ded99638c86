import { documentOf, p, section } from '../documents.ts';

export const embossed = true;
export const document = documentOf({ body: [section('a', 'სათაური', [p('ენები: English, 5 µg, №.')])] });
