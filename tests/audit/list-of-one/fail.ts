import { documentOf, li, p, section, ul } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      {
        ...ul([li([p('ა')])], { line: 2 }),
        from: { file: 'data.json', line: 2, column: 3, path: '$.sections[0].blocks[1]' },
      },
    ]),
  ],
});
export const expected = ['data.json:2:3 The list has one item.'];
