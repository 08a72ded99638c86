import type { Section } from '../../../src/model/document.ts';
import { documentOf, p, section } from '../documents.ts';

const nest = (depth: number): Section =>
  section(`s${depth}`, `სათაური ${depth}`, depth === 5 ? [p('ტექსტი.')] : [nest(depth + 1)]);
export const document = documentOf({ body: [nest(1)] });
