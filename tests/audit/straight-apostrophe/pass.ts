import { documentOf, en, p, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [p('The project’s aims.', { lang: en })])] });
