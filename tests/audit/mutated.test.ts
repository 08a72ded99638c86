/**
 * Whatever happens to data, no finding's place is in a file that is not the user's: changes at random, of a fixed seed, each
 * to one value of an example.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { packageRoot } from '../../src/world.ts';
import { Project } from '../cli/project.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
interface Slot {
  readonly holder: Json[] | { [key: string]: Json };
  readonly key: string | number;
  readonly value: Json;
}

const file = 'data/document/guide.json';
const kept = ['text', 'paragraph', 'list', 'terms', 'table', 'chart', 'timeline'];

/** The guide with one block of each kind that needs no other file. */
function example(): { [key: string]: Json } {
  const guide = JSON.parse(readFileSync(path.join(packageRoot, file), 'utf8'));
  const seen = new Set<string>();
  for (const section of guide.sections)
    section.blocks = section.blocks.filter(({ type }: { type: string }) => {
      const isNew = kept.includes(type) && !seen.has(type);
      seen.add(type);
      return isNew;
    });
  guide.sections = guide.sections.filter(({ blocks }: { blocks: unknown[] }) => blocks.length > 0);
  for (const field of ['annexes', 'contents']) delete guide[field];
  return guide;
}

function slotsOf(value: Json): readonly Slot[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value;
  return Object.entries(holder).flatMap(([name, inner]) => {
    const key = Array.isArray(holder) ? Number(name) : name;
    return [{ holder, key, value: inner }, ...slotsOf(inner)];
  });
}

const put = ({ holder, key }: Slot, value: Json): void => {
  Object.assign(holder, { [key]: value });
};
const changes: Readonly<Record<string, (slot: Slot) => void>> = {
  drop({ holder, key }) {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  },
  empty: (slot) => put(slot, Array.isArray(slot.value) ? [] : typeof slot.value === 'object' ? {} : ''),
  blank: (slot) => put(slot, typeof slot.value === 'string' ? ' ' : null),
  double({ holder, key, value }) {
    if (Array.isArray(holder)) holder.splice(Number(key), 0, structuredClone(value));
    else holder[`${key}2`] = structuredClone(value);
  },
  lengthen(slot) {
    if (typeof slot.value === 'string') put(slot, `${slot.value} word`.repeat(4000));
    else if (Array.isArray(slot.value))
      put(
        slot,
        Array(70)
          .fill(slot.value[0] ?? '')
          .map((each) => structuredClone(each)),
      );
    else put(slot, 1e15);
  },
  retype: (slot) => put(slot, typeof slot.value === 'string' ? 12 : 'word'),
  mark: (slot) => put(slot, typeof slot.value === 'string' ? `${slot.value} **a [](#no) ^[ ]` : -1),
};

it('150 changes of an example, each told at the data', { timeout: 300_000 }, async () => {
  const project = new Project();
  const engine = createEngine({ root: project.root, env: {} });
  onTestFinished(() => engine.close());
  project.write(file, JSON.stringify(example(), null, 1));
  expect(await engine.validate(file)).toEqual([]);
  let state = 10;
  // The minimal standard generator of Park and Miller.
  const below = (count: number): number => {
    state = (state * 48271) % 2147483647;
    return state % count;
  };
  const names = Object.keys(changes);
  const codes = new Set<string>();
  for (let round = 0; round < 150; round++) {
    const data = example();
    const slots = slotsOf(data);
    const slot = slots[below(slots.length)];
    const name = names[below(names.length)] ?? '';
    if (slot === undefined) throw new Error('an example without values');
    changes[name]?.(slot);
    project.write(file, JSON.stringify(data, null, 1));
    for (const { code, at, message } of await engine.validate(file)) {
      codes.add(code);
      expect({ round, name, key: slot.key, code, message, file: at?.file }).toMatchObject({ file });
      expect(at?.line, message).toBeGreaterThan(0);
    }
  }
  expect(codes.size).toBeGreaterThan(12);
});
