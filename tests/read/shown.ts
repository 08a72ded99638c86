/** The examples of the page of markup, read: each kind of block as a template may write it. */
import type { Block } from '../../src/model/document.ts';
import { elementOf } from '../../src/model/kinds.ts';
import { vocabulary } from '../../src/read/vocabulary.ts';
import { square } from '../make.ts';
import { around, read } from './kit.ts';

const keys = Object.keys(vocabulary).filter((key) => vocabulary[key]?.example !== undefined);
const markupOf = (key: string) => vocabulary[key]?.example?.join('\n') ?? '';
// Nested sections come last in theirs.
const ordered = [...keys.filter((key) => key !== 'section'), 'section'];

const { document, report } = await read(around(ordered.map(markupOf).join('\n')), { picture: square });
if (document === null) throw new Error(report.diagnostics.map(({ message }) => message).join('\n'));

/** One of each kind that the page of markup has an example of. */
export const shownBlocks: readonly Block[] = document.body[0]?.blocks ?? [];

/** Those that may stand right in an element, and have nothing in them that may not be in there, however deep. */
export function shownIn(key: string, never: readonly string[]): readonly Block[] {
  return shownBlocks.filter((block) => {
    const name = elementOf(block);
    const within = [...markupOf(name).matchAll(/<(\w+)/g)].map(([, found = '']) => found);
    return vocabulary[key]?.children.includes(name) && !within.some((found) => never.includes(found));
  });
}
