import { documentOf, headed, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [headed(['წელი', 'სულ', 'ქალი'])])] });
