/** Holds the plan of pages while text is laid out: which node begins a page, how wide gaps are there, how low charts. */
import type { Laid } from '../set/node.ts';
import { type FlowStretch, flowOf, release } from './flow.ts';
import { lowerCharts } from './lowering.ts';
import { type PlannedPage, planPages } from './plan.ts';

/** Where a stretch begins: the room of its pages, and what of it is taken. In points. */
interface Start {
  readonly room: number;
  readonly used: number;
}

export class Pacing {
  readonly #stretches = new Map<Laid, FlowStretch>();
  readonly #gaps = new Map<Laid, Map<number, number>>();
  readonly #filled: boolean;

  /** @param filled whether text goes on as long as its page has room */
  constructor(filled: boolean) {
    this.#filled = filled;
  }

  /** Takes in what follows on pages of their own; `width` and `room` are those of their text area. */
  foresee(section: Laid, width: number, room: number): void {
    for (const stretch of flowOf(section, width, room)) {
      const [first] = stretch.strips;
      if (first !== undefined) this.#stretches.set(first.node, stretch);
    }
  }

  /**
   * Plans the stretch that begins with a node, if one does, and if it is known what room its pages have: the gaps of its first
   * page, and whether that is a new one.
   */
  begin(node: Laid, start: () => Start | null): { readonly gaps: number; readonly anew: boolean } | null {
    const stretch = this.#stretches.get(node);
    if (stretch === undefined) return null;
    this.#stretches.delete(node);
    const from = start();
    if (from === null) {
      for (const strip of stretch.strips) release(strip);
      return null;
    }
    const { anew, pages } = planPages(stretch, { ...from, filled: this.#filled });
    for (const [index, page] of pages.entries()) this.#mark(stretch, page, pages[index + 1]?.first);
    return { gaps: pages[0]?.gaps ?? 1, anew };
  }

  /** The gaps of the page that begins with a line or row of a node; undefined where none does. */
  startsAt(node: Laid, at: number): number | undefined {
    return this.#gaps.get(node)?.get(at);
  }

  /** The lines or rows of a node that begin a page. */
  starts(node: Laid): ReadonlyMap<number, number> | undefined {
    return this.#gaps.get(node);
  }

  #mark({ strips }: FlowStretch, { first, gaps, lower }: PlannedPage, next = strips.length): void {
    const strip = strips[first];
    if (strip !== undefined && first > 0) {
      const starts = this.#gaps.get(strip.node) ?? new Map<number, number>();
      this.#gaps.set(strip.node, starts.set(strip.at, gaps));
    }
    if (lower > 0) for (const { node, shrink } of strips.slice(first, next)) if (shrink > 0) lowerCharts(node, lower);
  }
}

/** Whether the pages are planned that a node begins on; undefined within what is set as a whole. */
export function plannedOf(node: Laid): boolean | undefined {
  for (let first: Laid | undefined = node; first !== undefined; first = first.stack?.[0])
    if (first.planned !== undefined) return first.planned;
  return undefined;
}
