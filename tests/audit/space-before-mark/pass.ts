import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [p('ერთი, ორი. 3 : 2 და ა – ბ')])] });
