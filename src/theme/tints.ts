/** Which colours of its palette a theme uses. */
import type { Colors } from './theme.ts';

/** The names of colours that stand anywhere in parsed parts of a theme, as values or as fields. */
export function tintsIn(parts: unknown, colors: Colors): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string' && Object.hasOwn(colors, value)) found.add(value);
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) {
        visit(name);
        visit(inner);
      }
  };
  visit(parts);
  return found;
}
