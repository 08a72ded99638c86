/** Elements take as many children as a document has: a list of arguments ends at some 100,000. */
import { expect, it } from 'vitest';
import { element, lines, sequence, textOf } from '../../src/write/xhtml/element.ts';

it('takes more children than a call takes arguments', () => {
  const items = Array.from({ length: 300_000 }, () => element('li', {}, 'a'));
  for (const all of [element('ul', {}, items), lines(items), sequence(items)])
    expect(textOf(all).replaceAll('\n', '')).toHaveLength(items.length);
});
