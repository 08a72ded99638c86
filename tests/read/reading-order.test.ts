import { expect, it } from 'vitest';
import { inReadingOrder } from '../../src/read/elements.ts';
import type { Element } from '../../src/read/parse.ts';

const at = { file: 'a.html', line: 1, column: 1 };
const element = (name: string, children: Element['children'] = []): Element => ({
  ...{ kind: 'element', name, at, from: at, attributes: new Map(), children },
});

it('a summary is read before the rest, wherever it is written', () => {
  const written = ['description', 'img', 'credit', 'series', 'summary', 'caption'].map((name) => element(name));
  const read = inReadingOrder(element('figure', written)).map(({ name }) => name);
  expect(read).toEqual(['caption', 'summary', 'img', 'series', 'credit', 'description']);
});
