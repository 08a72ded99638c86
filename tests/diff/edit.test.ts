/** Edits of a JSON text leave what they do not touch. */
import { expect, it } from 'vitest';
import { edited } from '../../src/json/edit.ts';

const text = '{\r\n\t"b": [ "one",   "t\\u0077o", "three" ],\r\n\t"a": { "list": [\r\n\t\t{ "x": 1 }\r\n\t] }\r\n}\r\n';

it('keeps order, blanks, line ends and escapes', () => {
  expect(edited(text, [{ type: 'set', path: ['b', 0], value: 'ერთი' }])).toBe(text.replace('"one"', '"ერთი"'));
  const order = { type: 'order', list: ['b'], order: [2, 0] } as const;
  expect(edited(text, [order])).toBe(text.replace('"one",   "t\\u0077o", "three"', '"three",   "t\\u0077o", "one"'));
});

it('takes indexes for those of the text as it was, whatever else is done to a list', () => {
  const made = edited(text, [
    { type: 'set', path: ['b', 2], value: 'III' },
    { type: 'remove', list: ['b'], index: 1 },
    { type: 'insert', list: ['b'], after: 0, value: 'new' },
    { type: 'insert', list: ['b'], after: 0, value: 'newer' },
    { type: 'order', list: ['b'], order: [2, 1, 0] },
    { type: 'insert', list: ['a', 'list'], after: 0, value: { x: 2 } },
  ]);
  expect(JSON.parse(made ?? '')).toEqual({ b: ['III', 'one', 'new', 'newer'], a: { list: [{ x: 1 }, { x: 2 }] } });
  expect(made).toContain('\r\n\t\t{\r\n\t\t\t"x": 2\r\n\t\t}');
});

it('is nothing where a path leads nowhere', () => {
  expect(edited(text, [{ type: 'set', path: ['c'], value: 1 }])).toBeNull();
  expect(edited(text, [{ type: 'remove', list: ['b'], index: 7 }])).toBeNull();
});
