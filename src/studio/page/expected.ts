/** Edits of the value: what the text must say once it has been edited. */
import type { DataPath } from './edits.ts';

/** The value with another one at a path; `undefined` takes away what is there. */
export function valueWith(value: unknown, [step, ...rest]: DataPath, inner: unknown): unknown {
  if (step === undefined) return inner;
  if (typeof step === 'number') {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    const at = Math.min(step, items.length);
    const made = valueWith(items[at], rest, inner);
    return made === undefined ? items.toSpliced(at, 1) : items.toSpliced(at, 1, made);
  }
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  const fields = new Map<string, unknown>(isRecord ? Object.entries(value) : []);
  const made = valueWith(fields.get(step), rest, inner);
  if (made === undefined) fields.delete(step);
  else fields.set(step, made);
  return Object.fromEntries(fields);
}

/** Whether two values of JSON say the same; fields may have any order. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other || (Number.isNaN(one) && Number.isNaN(other));
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  // What is undefined is not written.
  const [fields, others] = [one, other].map((each) => Object.entries(each).filter(([, inner]) => inner !== undefined));
  if (fields === undefined || fields.length !== others?.length) return false;
  return fields.every(([name, inner]) => Object.hasOwn(other, name) && isSame(inner, Reflect.get(other, name)));
}
