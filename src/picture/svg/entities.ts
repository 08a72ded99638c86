/** What a drawing abbreviates at its head, as Illustrator does with the addresses of its namespaces. */
import { tooLarge, unsafe } from './flaw.ts';

/** Illustrator is the one program that is known to write others. */
const hint = 'In Illustrator, save a copy with ‘Preserve Illustrator Editing Capabilities’ off; or give it as a PNG.';

/** Plain words only: without markup, and without other entities, which could multiply or load. */
const declaration = /\s*<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(?:"([^"&<%]*)"|'([^'&<%]*)')\s*>/y;

/** Characters that all uses of them together may stand for. */
const most = 2 * 2 ** 20;

/** @param doctype what stands between `<!DOCTYPE` and its `>` in `source`; throws `Flaw` */
export function entitiesOf(doctype: string, source: string): Readonly<Record<string, string>> {
  const open = doctype.indexOf('[');
  if (open === -1) return {};
  const spot = { offset: Math.max(0, source.indexOf('<!DOCTYPE')) };
  const close = doctype.lastIndexOf(']');
  const subset = doctype.slice(open + 1, close).trimEnd();
  const found = new Map<string, string>();
  declaration.lastIndex = 0;
  while (declaration.lastIndex < subset.length) {
    const match = declaration.exec(subset);
    if (match === null)
      throw unsafe('it declares entities that can stand for anything (<!DOCTYPE … [ … ]>)', spot, hint);
    const [, name = '', double, single = ''] = match;
    // XML 1.0, 4.2: the first declaration counts.
    if (!found.has(name)) found.set(name, double ?? single);
  }
  let used = 0;
  // Once over the drawing, however many it declares.
  for (const [, name = ''] of source.matchAll(/&([\w.-]+);/g)) used += found.get(name)?.length ?? 0;
  if (used > most) throw tooLarge('its entities stand for more than 2 MB', spot);
  return Object.fromEntries(found);
}
