/** Numbers and words that follow from others are computed once, when data has been checked, and know their source. */
import type * as z from 'zod';
import type { DataShape } from '../../model/datum.ts';

/** A value that no file holds. `from` leads from the record that it stands in to what it was computed from. */
export class Derived<T extends string | number | boolean = string | number | boolean> {
  readonly value: T;
  readonly from: readonly (string | number)[];
  constructor(value: T, from: readonly (string | number)[]) {
    this.value = value;
    this.from = from;
  }
}

export const leaf: DataShape = { type: 'leaf' };

const added = new WeakMap<z.ZodType, Readonly<Record<string, DataShape>>>();

/** Adds fields to a checked record. Templates see them beside its own. */
export function derive<T extends z.ZodObject, Fields extends Readonly<Record<string, unknown>>>(
  schema: T,
  shapes: Readonly<Record<keyof Fields & string, DataShape>>,
  compute: (record: z.output<T>) => Fields,
) {
  const piped = schema.transform((record) => ({ ...record, ...compute(record) }));
  const described = schema.description === undefined ? piped : piped.describe(schema.description);
  added.set(described, shapes);
  return described;
}

/** Fills in what a checked record leaves open and the rest of it decides. Its place is the nearest that the file has. */
export function complete<T extends z.ZodObject>(schema: T, fill: (record: z.output<T>) => z.output<T>) {
  const piped = schema.transform(fill);
  return schema.description === undefined ? piped : piped.describe(schema.description);
}

/** The fields that a schema adds to its record; none if it adds none. */
export function derivedFields(schema: z.ZodType): Readonly<Record<string, DataShape>> {
  return added.get(schema) ?? {};
}
