import type { Section } from '../../../src/model/document.ts';
import { documentOf, p, section } from '../documents.ts';

const nest = (depth: number): Section =>
  section(`s${depth}`, `სათაური ${depth}`, depth === 7 ? [p('ტექსტი.')] : [nest(depth + 1)], { line: depth });
export const document = documentOf({ body: [nest(1)] });
export const expected = ['data.json:6:3 This section is at level 6; headings have at most 5 levels under the title.'];
