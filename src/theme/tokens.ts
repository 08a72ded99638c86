/** Design tokens (DTCG format 2025.10, 5 to 7): found in their groups, typed, and their aliases followed. */
import { pathText } from '../json/path.ts';
import { nameHints } from '../suggestion.ts';
import { complain, example, type ThemeReading } from './findings.ts';

/** A token as it stands in the file. */
export interface Token {
  /** Its name with its groups': `color.deep`. */
  readonly name: string;
  /** Its own `$type` or the nearest group's. */
  readonly type: unknown;
  readonly value: unknown;
  readonly extensions: unknown;
  readonly path: readonly string[];
}
export type Tokens = ReadonlyMap<string, Token>;

type Fields = { readonly [key: string]: unknown };

const groupFields = ['$type', '$description', '$extensions', '$deprecated', '$schema'];
const tokenFields = ['$value', '$type', '$description', '$extensions', '$deprecated'];

/** All tokens of a file, in its order. Errors: `unknown-field`, `wrong-type`. */
export function collectTokens(theme: Fields, reading: ThemeReading): Tokens {
  const tokens = new Map<string, Token>();
  const visit = (fields: Fields, path: readonly string[], outer: unknown): void => {
    const type = fields.$type ?? outer;
    if ('$value' in fields) {
      checkFields(fields, path, tokenFields, 'A token', reading);
      const name = path.join('.');
      tokens.set(name, { name, type, value: fields.$value, extensions: fields.$extensions, path });
      return;
    }
    checkFields(fields, path, groupFields, 'A group', reading);
    for (const [name, inner] of Object.entries(fields)) {
      if (name.startsWith('$')) continue;
      if (isFields(inner)) visit(inner, [...path, name], type);
      else complain(reading, 'wrong-type', [...path, name], `"${name}" is neither a group nor a token.`, [example]);
    }
  };
  visit(theme, [], undefined);
  return tokens;
}

/** A group holds others under names of their own; whatever else begins with `$` is a slip. */
function checkFields(
  fields: Fields,
  path: readonly string[],
  known: readonly string[],
  holder: string,
  { json, report }: ThemeReading,
): void {
  for (const name of Object.keys(fields)) {
    if (known.includes(name) || (known === groupFields && !name.startsWith('$'))) continue;
    const hints = nameHints(name, known, 'fields');
    report.error('unknown-field', json.placeOfName(pathText([...path, name])), `${holder} has no field "${name}".`, {
      hints,
    });
  }
}

/** A token's value without aliases, at any depth; undefined, with `unknown-alias` or `alias-cycle`, if one leads nowhere. */
export function resolve(token: Token, tokens: Tokens, reading: ThemeReading): unknown {
  return follow(token.value, [...token.path, '$value'], [token.name]);

  function follow(value: unknown, path: readonly PropertyKey[], trail: readonly string[]): unknown {
    if (typeof value === 'string') return followAlias(value, path, trail);
    if (Array.isArray(value)) {
      const items = value.map((item, i) => follow(item, [...path, i], trail));
      return items.includes(undefined) ? undefined : items;
    }
    if (!isFields(value)) return value;
    const fields = Object.entries(value).map(([key, inner]) => [key, follow(inner, [...path, key], trail)] as const);
    return fields.some(([, inner]) => inner === undefined) ? undefined : Object.fromEntries(fields);
  }

  function followAlias(value: string, path: readonly PropertyKey[], trail: readonly string[]): unknown {
    const name = /^\{([^{}]+)\}$/.exec(value)?.[1];
    if (name === undefined) return value;
    const target = tokens.get(name);
    if (target === undefined) {
      const hints = nameHints(name, [...tokens.keys()], 'tokens');
      complain(reading, 'unknown-alias', path, `There is no token "${name}".`, hints);
      return undefined;
    }
    if (trail.includes(name)) {
      const cycle = [...trail, name].join(' → ');
      complain(reading, 'alias-cycle', path, `The alias leads back to itself: ${cycle}.`, [
        'Give one of them a value.',
      ]);
      return undefined;
    }
    return follow(target.value, [...target.path, '$value'], [...trail, name]);
  }
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
