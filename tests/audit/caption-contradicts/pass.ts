import { documentOf, section, shares } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [shares([60, 40], 'ნახევარზე მეტი ქალია')])] });
