import { documentOf, figure, said, section, sized } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [sized(figure(said('ხიდი'), { line: 2 }), 1)])] });
export const expected = ['data.json:2:3 The picture has 1 × 1 pixels: nothing can be seen in it.'];
