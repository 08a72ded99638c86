import { documentOf, headed, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [headed(['წელი', 'სულ', 'სულ'], 2)])] });
export const expected = ['data.json:2:3 Two columns of the table have the head ‘სულ’.'];
