/** Inks that a theme would take over from the theme that it extends, though it has given their colours other values. */
import { isFields } from './tokens.ts';

const inks: readonly string[] = ['cmyk', 'spot'];

/**
 * The joined theme without inks that were chosen for another value: a theme that turns navy into green and says no ink must not
 * print green in navy's. `own` may state inks of its own for a colour, which always stand.
 */
export function withoutStaleInks(joined: unknown, base: unknown, own: unknown): unknown {
  if (!isFields(joined) || !isFields(joined.color)) return joined;
  const colors = Object.entries(joined.color).map(([name, token]) => {
    const stale = valueText(name, joined) !== valueText(name, base);
    return [name, stale ? withInksOf(at(own, 'color', name), token) : token] as const;
  });
  return { ...joined, color: Object.fromEntries(colors) };
}

/** A colour's value as text, its aliases followed; an alias to nowhere, or back to itself, is found out later. */
function valueText(name: string, theme: unknown, steps = 0): string {
  const value = at(theme, 'color', name, '$value');
  const alias = typeof value === 'string' ? /^\{color\.([^{}]+)\}$/.exec(value)?.[1] : undefined;
  return alias === undefined || steps > 50 ? JSON.stringify(value) : valueText(alias, theme, steps + 1);
}

/** A token with no inks but those that its own theme states. */
function withInksOf(own: unknown, token: unknown): unknown {
  const [etrati, stated] = [token, own].map((each) => at(each, '$extensions', 'etrati'));
  if (!isFields(token) || !isFields(token.$extensions) || !isFields(etrati)) return token;
  const fields = Object.entries(etrati).filter(
    ([name]) => !inks.includes(name) || (isFields(stated) && name in stated),
  );
  return { ...token, $extensions: { ...token.$extensions, etrati: Object.fromEntries(fields) } };
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (here, key) => (isFields(here) && Object.hasOwn(here, key) ? here[key] : undefined),
    value,
  );
}
