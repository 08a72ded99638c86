/** References within the drawing. */
import { damaged, type SvgPosition, shown, tooLarge } from './flaw.ts';
import type { SvgElement } from './xml.ts';

export class References {
  readonly #byId = new Map<string, SvgElement>();

  constructor(nodes: readonly SvgElement[]) {
    for (const node of nodes) {
      const id = node.attributes.get('id');
      // The first of several counts, as in browsers.
      if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, node);
    }
  }

  /** What `#name` means; null where nothing has that name. */
  find(address: string): SvgElement | null {
    return this.#byId.get(address.trim().replace(/^#/, '')) ?? null;
  }

  /** Of `url(#name)`, which must be there and of that kind. */
  needed(value: string, kind: string, spot: SvgPosition): SvgElement {
    const name = urlIn(value)?.name;
    const node = name === undefined ? null : this.find(name);
    if (node?.name === kind) return node;
    throw damaged(`it refers to the ${kind} "${shown(name ?? value)}", which is not in it`, spot);
  }

  /** An element and those whose attributes and contents it takes over by `href`, the nearest first. */
  chain(node: SvgElement, kinds: ReadonlySet<string>): readonly SvgElement[] {
    const all: SvgElement[] = [node];
    for (;;) {
      const last = all.at(-1);
      const href = last?.attributes.get('href');
      const next = href === undefined ? null : this.find(href);
      if (next === null || !kinds.has(next.name)) return all;
      if (all.includes(next)) throw loop(next);
      if (all.length > 100) throw tooLarge('more than 100 of its parts take over from one another', node);
      all.push(next);
    }
  }
}

/** For what contains itself by reference. */
export function loop(node: SvgElement): Error {
  const name = node.attributes.get('id') ?? '';
  return damaged(`its <${node.name}> "${shown(name)}" refers to itself`, node);
}

/** Attributes of a chain: the nearest that has one. */
export function inheritedBy(chain: readonly SvgElement[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const node of chain.toReversed()) for (const [name, value] of node.attributes) found.set(name, value);
  return found;
}

export interface Url {
  readonly name: string;
  /** What stands after it: a colour to fall back on. */
  readonly rest: string;
}

export function urlIn(value: string): Url | null {
  const found = /^url\(\s*(?:(?:"#([^"]*)"|'#([^']*)')\s*|#([^"')]*))\)(.*)$/is.exec(value.trim());
  if (found === null) return null;
  return { name: found[1] ?? found[2] ?? found[3]?.trim() ?? '', rest: (found[4] ?? '').trim() };
}
