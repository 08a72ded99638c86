/** Inks that a theme would take over from the theme that it extends, though it has given their colours other values. */
import { isFields } from './tokens.ts';

/**
 * The joined theme without inks that were chosen for another value: a theme that turns navy into green and says no ink must not
 * print green in navy's. `own` may state inks of its own for a colour, which always stand.
 */
export function withoutStaleInks(joined: unknown, base: unknown, own: unknown): unknown {
  if (!isFields(joined) || !isFields(joined.color)) return joined;
  const colors = Object.entries(joined.color).map(([name, token]) => {
    const stale = valueText(name, joined) !== valueText(name, base) && !statesInks(at(own, 'color', name));
    return [name, stale ? withoutInks(token) : token] as const;
  });
  return { ...joined, color: Object.fromEntries(colors) };
}

/** A colour's value as text, its aliases followed; an alias to nowhere, or back to itself, is found out later. */
function valueText(name: string, theme: unknown, steps = 0): string {
  const value = at(theme, 'color', name, '$value');
  const alias = typeof value === 'string' ? /^\{color\.([^{}]+)\}$/.exec(value)?.[1] : undefined;
  return alias === undefined || steps > 50 ? JSON.stringify(value) : valueText(alias, theme, steps + 1);
}

function statesInks(token: unknown): boolean {
  const etrati = at(token, '$extensions', 'etrati');
  return isFields(etrati) && ('cmyk' in etrati || 'spot' in etrati);
}

function withoutInks(token: unknown): unknown {
  const etrati = at(token, '$extensions', 'etrati');
  if (!isFields(token) || !isFields(token.$extensions) || !isFields(etrati)) return token;
  const { cmyk: _, spot: __, ...rest } = etrati;
  return { ...token, $extensions: { ...token.$extensions, etrati: rest } };
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (here, key) => (isFields(here) && Object.hasOwn(here, key) ? here[key] : undefined),
    value,
  );
}
