/** JSON paths as diagnostics write them: `$.about.aims[0].ka`. */
import { matchesIn } from '../text.ts';
export type Path = readonly PropertyKey[];

export function pathText(path: Path): string {
  return path.reduce<string>(stepTo, '$');
}

/** A path that is written, as its steps; null for a text that is none. */
export function pathOf(text: string): Path | null {
  if (!text.startsWith('$')) return null;
  const steps: PropertyKey[] = [];
  let end = 1;
  for (const found of matchesIn(text, /\.([\p{L}_$][\p{L}\p{N}_$]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/gu)) {
    if (found.index !== end) return null;
    end += found[0].length;
    const [, name, index, quoted] = found;
    steps.push(name ?? (index === undefined ? String(JSON.parse(quoted ?? '""')) : Number(index)));
  }
  return end === text.length ? steps : null;
}

/** The value at a path; undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => {
    const isThere = typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key);
    return isThere ? Reflect.get(inner, key) : undefined;
  }, value);
}

/** One step further from a path already written. */
export function stepTo(path: string, key: PropertyKey): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  const name = String(key);
  return isIdentifier(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`;
}

/** Most names are of plain letters, and the expression for all others takes V8 longer to make than a file to read. */
function isIdentifier(name: string): boolean {
  return /^[a-z_$][\w$]*$/i.test(name) || /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name);
}
