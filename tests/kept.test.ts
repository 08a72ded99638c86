/** What is kept while there is room: never more than that, and longest what is asked for. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Kept } from '../src/kept.ts';

const room = 20;
const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');

it('never holds more than there is room for, and gives what was kept', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(letters, fc.nat(6)), { maxLength: 200 }), (steps) => {
      const kept = new Kept<{ readonly key: string; readonly weight: number }>(room, ({ weight }) => weight);
      for (const [key, weight] of steps) expect(kept.get(key, () => ({ key, weight })).key).toBe(key);
      const held = [...'abcdefghijklmnopqrstuvwxyz'].flatMap((key) => kept.find(key) ?? []);
      expect(held.reduce((sum, { weight }) => sum + 1 + weight, 0)).toBeLessThanOrEqual(room);
    }),
  );
});

it('lets go of what nobody asks for before what is asked for again and again', () => {
  const kept = new Kept<number>(room, () => 1);
  kept.keep('often', 0);
  for (let each = 0; each < 100; each += 1) {
    kept.keep(`${each}`, each);
    expect(kept.find('often')).toBe(0);
  }
  expect(kept.find('0')).toBeUndefined();
});

it('makes again what found no room', () => {
  const kept = new Kept<number>(room, () => room + 1);
  let made = 0;
  for (let each = 0; each < 3; each += 1) kept.get('large', () => (made += 1));
  expect(made).toBe(3);
});
