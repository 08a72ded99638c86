import { documentOf, section, table } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'ა', [table([...'აბგდევზთი'], { line: 2 })])] });
export const expected = ['data.json:2:3 The table has 9 columns, too many for an upright page.'];
