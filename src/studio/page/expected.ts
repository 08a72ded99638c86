/** Edits of the value: what the text must say once it has been edited. */
import type { DataPath } from './edits.ts';

/**
 * The value with another one at a path; `undefined` takes away what is there. `order` are the names of the fields around it, for the
 * place of one that was not there.
 */
export function valueWith(
  value: unknown,
  [step, ...rest]: DataPath,
  inner: unknown,
  order: readonly string[] = [],
): unknown {
  if (step === undefined) return inner;
  if (typeof step === 'number') {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    const at = Math.min(step, items.length);
    const made = valueWith(items[at], rest, inner, order);
    return made === undefined ? items.toSpliced(at, 1) : items.toSpliced(at, 1, made);
  }
  const fields = isRecord(value) ? Object.entries(value) : [];
  const at = fields.findIndex(([name]) => name === step);
  const made = valueWith(fields[at]?.[1], rest, inner, order);
  const field: (typeof fields)[number][] = made === undefined ? [] : [[step, made]];
  if (at >= 0) return Object.fromEntries(fields.toSpliced(at, 1, ...field));
  const after = rest.length > 0 ? -1 : order.indexOf(step);
  const later = after < 0 ? -1 : fields.findIndex(([name]) => order.indexOf(name) > after);
  return Object.fromEntries(fields.toSpliced(later < 0 ? fields.length : later, 0, ...field));
}

/** A record, not a list. */
export function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
