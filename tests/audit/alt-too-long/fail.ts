import { documentOf, figure, said, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [figure(said('ხიდი და გზა '.repeat(40), 2))])] });
export const expected = ['data.json:2:3 The alternative text has 479 characters, and it is read out in one go.'];
