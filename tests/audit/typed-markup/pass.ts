import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [p('ნიშანი < და & და ელემენტი <b>.')])] });
