/** Themes that say only how they differ from one of Etrati's own. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Report } from '../diagnostics.ts';
import { type Json, readJson } from '../json/json.ts';
import { stepTo } from '../json/path.ts';
import { decode } from '../json/source.ts';
import { nameHints } from '../suggestion.ts';
import { packageRoot, type World } from '../world.ts';
import { withoutStaleInks } from './stale-inks.ts';
import { isFields } from './tokens.ts';

const within = '$.$extensions.etrati';
const folder = join(packageRoot, 'templates/themes');

/**
 * A theme laid over the one that `$extensions.etrati.extends` names: groups are joined, and what has a value, a token's
 * `$value` or a list, is replaced whole; with a colour's value go the inks that were chosen for it. All places are in the theme's own file: ours is right. Only themes of this
 * package can be extended, so that none extends itself. Null with `unknown-theme` if there is none of this name.
 */
export async function layOverBase(own: Json, world: World, report: Report): Promise<Json | null> {
  const name = baseOf(own.value);
  if (name === undefined) return own;
  const known = (await readdir(folder)).sort();
  if (typeof name !== 'string' || !known.includes(name)) {
    const at = own.placeOf(`${within}.extends`);
    const hints = nameHints(String(name), known, 'themes that can be extended');
    report.error('unknown-theme', at, `There is no theme ${JSON.stringify(name)} in Etrati.`, { hints });
    return null;
  }
  const source = decode(await world.read(join(folder, name, 'theme.json')), name, new Report());
  const base = source && readJson(source, new Report());
  if (base === null) throw new Error(`the theme ${name} of this package is broken`);
  return { ...own, value: withoutStaleInks(overlay(base.value, own.value), base.value, own.value) };
}

function baseOf(theme: unknown): unknown {
  const { $extensions } = isFields(theme) ? theme : {};
  const { etrati } = isFields($extensions) ? $extensions : {};
  return isFields(etrati) ? etrati.extends : undefined;
}

function overlay(base: unknown, own: unknown, path = '$'): unknown {
  if (!isFields(base) || !isFields(own)) return own;
  // What has been followed is no field of a theme.
  const fields = Object.entries(own).filter(([name]) => path !== within || name !== 'extends');
  const joined = fields.map(([name, value]) => {
    const replaces = name === '$value' || !Object.hasOwn(base, name);
    return [name, replaces ? value : overlay(base[name], value, stepTo(path, name))] as const;
  });
  return { ...base, ...Object.fromEntries(joined) };
}
