/** JSON paths as diagnostics write them: `$.about.aims[0].ka`. */
export type Path = readonly PropertyKey[];

export function pathText(path: Path): string {
  return path.reduce<string>(stepTo, '$');
}

/** One step further from a path already written. */
export function stepTo(path: string, key: PropertyKey): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  const name = String(key);
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`;
}
