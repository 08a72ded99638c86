import { documentOf, figure, p, section } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [{ ...figure(null, { line: 2 }), description: [p('გრძელი აღწერა.')] }])],
});
export const expected = ['data.json:2:3 The picture is marked as decoration only, and has a description.'];
