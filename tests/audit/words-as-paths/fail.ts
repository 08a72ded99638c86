import { documentOf, drawn, section } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [drawn('სოფელი', 2)])],
});
export const expected = ['data.json:2:3 The words ‘სოფელი’ in the drawing are outlines and no text.'];
