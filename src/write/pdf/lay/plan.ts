/**
 * Where pages begin: of all ways to part the flow into pages the one of the least cost. White at a page's foot costs the more the
 * more there is of it, and so does each move that a designer makes against it: lower charts, wider or closer gaps, parted
 * paragraphs and tables. Costs are those of the design; lengths are in points.
 */
import { notesHead } from './context.ts';
import { type FlowStretch, never, type Strip } from './flow.ts';

export interface Plan {
  /** Whether the first page is a new one, though the stretch does not begin at the top of one. */
  readonly anew: boolean;
  readonly pages: readonly PlannedPage[];
}
export interface PlannedPage {
  /** The strip that it begins with. */
  readonly first: number;
  /** Gaps are multiplied by this. */
  readonly gaps: number;
  /** Each chart is lower by this. */
  readonly lower: number;
}

/** Of a white share of 1 at the foot of a page; where a part ends it matters less. */
const ofWhite = 1000;
const atEnd = 0.2;
/** In large print, where a part begins wherever there is room, it matters more before one. */
const beforePart = 0.5;
/** Before a section of the first level, which a page may well begin with. */
const beforeSection = 0.5;
/** Two pages running with more white than this. */
const white = 0.25;
const twoWhite = 60;
/** A part opens on the page where the one before ends if so much is left; else that costs. */
const partRoom = 0.35;
const ofLatePart = 30;
/** Of what is left beyond that. */
const ofEmpty = 2000;
/** What must fit under what is above a part that runs on: its heading, its lead, five lines. */
const fewestOfPart = 150;
const ofGap = 20;
const ofChart = 60;
const mostStretch = 0.25;
/** In large print: that a page ends where what follows has room on it. Who reads it with a magnifier takes white for the end. */
const ofEarly = 150;
/** Of one thing that is higher than its page. */
const overfull = 1e5;
/** Of parting a section of the first level that is no higher than this part of a page: contacts, for example. */
const ofShort = 30;
const short = 0.5;
/** Sums in floating point. */
const hair = 0.05;

/** How a page is filled, and what that costs. */
interface Fit {
  readonly cost: number;
  readonly gaps: number;
  readonly lower: number;
  readonly white: number;
}

interface State {
  cost: number;
  /** Where the page before begins, and whether the one before that is loose. */
  from: number;
  loose: 0 | 1;
  fit: Fit | null;
}

/** In points. */
interface PageRoom {
  readonly room: number;
  readonly used: number;
  /** Whether text goes on as long as it has room. */
  readonly filled: boolean;
}

/** The pages of a stretch in a text area `room` high, of which `used` is taken where it begins. */
export function planPages(stretch: FlowStretch, { room, used, filled }: PageRoom): Plan {
  const shorts = filled ? new Set<Strip>() : shortSections(stretch.strips, room);
  const here = partedBest(stretch, { room, used, filled }, shorts);
  if (used <= 0) return { anew: false, pages: here.pages };
  const left = Math.max(0, room - used) / room;
  const anew = partedBest(stretch, { room, used: 0, filled }, shorts);
  return anew.cost + ofWhite * left * left < here.cost
    ? { anew: true, pages: anew.pages }
    : { anew: false, pages: here.pages };
}

/** Whether the page before is loose: 1. */
const paces = [0, 1] as const;

function partedBest(
  { strips }: FlowStretch,
  { room, used, filled }: PageRoom,
  shorts: ReadonlySet<Strip>,
): { cost: number; pages: PlannedPage[] } {
  const n = strips.length;
  const states: [State, State][] = Array.from({ length: n + 1 }, () => [blank(), blank()]);
  const [start] = states;
  if (start !== undefined) start[0].cost = 0;
  for (let from = 0; from < n; from++) {
    const here = states[from];
    if (here === undefined || (here[0].cost === Number.POSITIVE_INFINITY && here[1].cost === Number.POSITIVE_INFINITY))
      continue;
    const opens = (strip: Strip | undefined) => strip !== undefined && (strip.opens || (filled && strip.starts));
    const page = new Page({ room, filled });
    page.begin(strips[from] as Strip, from === 0 ? used : 0);
    for (let to = from + 1; to <= n; to++) {
      const next = strips[to];
      const end = next === undefined ? 'end' : opens(next) ? 'part' : next.heads && !filled ? 'section' : 'middle';
      const fit = page.fit(end, to === from + 1);
      if (fit === null) break;
      const inShort = next !== undefined && shorts.has(next) ? ofShort : 0;
      const parting =
        (next?.parting ?? 0) + inShort + (filled && !opens(next) && page.hasRoomFor(strips, to) ? ofEarly : 0);
      if (page.mayEnd || next === undefined || opens(next)) {
        for (const loose of paces) {
          if (here[loose].cost === Number.POSITIVE_INFINITY) continue;
          const ends = fit.white > white && next !== undefined && !opens(next);
          const cost = here[loose].cost + fit.cost + parting + (ends && loose === 1 ? twoWhite : 0);
          const there = states[to]?.[ends ? 1 : 0];
          if (there === undefined || cost >= there.cost) continue;
          there.cost = cost;
          there.from = from;
          there.loose = loose;
          there.fit = fit;
        }
      }
      if (next === undefined) break;
      page.add(next, opens(next));
    }
  }
  const last = states[n] ?? [blank(), blank()];
  return { cost: Math.min(last[0].cost, last[1].cost), pages: pagesOf(states, n) };
}

/** What stands in short sections of the first level, but for their headings and what closes the document. */
function shortSections(strips: readonly Strip[], room: number): ReadonlySet<Strip> {
  const found = new Set<Strip>();
  let end = strips.length;
  for (const [index, { heads, node }] of [...strips.entries()].reverse()) {
    if (heads) {
      const own = strips.slice(index, end);
      const height = own.reduce((sum, strip) => sum + strip.above + strip.height + strip.below, 0);
      if (height <= room * short) for (const strip of own.slice(1)) found.add(strip);
    }
    if (heads || node.sink !== undefined) end = index;
  }
  return found;
}

function pagesOf(states: readonly [State, State][], n: number): PlannedPage[] {
  const pages: PlannedPage[] = [];
  const last = states[n];
  let loose: 0 | 1 = last !== undefined && last[1].cost < last[0].cost ? 1 : 0;
  for (let at = n; at > 0; ) {
    const state = states[at]?.[loose];
    if (state === undefined || state.fit === null) return [];
    pages.push({ first: state.from, gaps: state.fit.gaps, lower: state.fit.lower });
    at = state.from;
    loose = state.loose;
  }
  return pages.reverse();
}

function blank(): State {
  return { cost: Number.POSITIVE_INFINITY, from: 0, loose: 0, fit: null };
}

/** What follows on the next page: the same section or another, a part that must open; or nothing. */
type PageEnd = 'middle' | 'section' | 'part' | 'end';

/** A page as it is filled. */
class Page {
  readonly #room: number;
  readonly #filled: boolean;
  #height = 0;
  #below = 0;
  #overhang = 0;
  #gapBelow = 0;
  #gap = 0;
  #noted = false;
  #shrink = 0;
  #charts = 0;
  /** What parts that open late on it cost, and up to where it must be filled once one has opened. */
  #parts = 0;
  #least = 0;

  constructor({ room, filled }: Pick<PageRoom, 'room' | 'filled'>) {
    this.#room = room;
    this.#filled = filled;
  }

  begin(strip: Strip, used: number): void {
    this.#height = used > 0 ? used + strip.own : strip.head;
    this.#take(strip);
  }

  add(strip: Strip, opens: boolean): void {
    const before = this.#height;
    if (opens) {
      const left = this.#room - before;
      this.#parts += left < partRoom * this.#room ? ofLatePart : 0;
      this.#least = before + fewestOfPart;
    }
    this.#height += this.#below + strip.above;
    this.#gap += this.#gapBelow + strip.gap;
    this.#take(strip);
  }

  /** Whether enough of a part that opened on the page stands on it. */
  get mayEnd(): boolean {
    return this.#height >= this.#least;
  }

  /** Whether what begins with a strip, and must not be parted from it, would fit under what stands on the page. */
  hasRoomFor(strips: readonly Strip[], at: number): boolean {
    const first = strips[at];
    if (first === undefined) return false;
    let height = this.#height + this.#below + first.above + first.height;
    let { overhang } = first;
    for (let next = at + 1; next < strips.length; next++) {
      const strip = strips[next];
      if (strip === undefined || strip.parting < never) break;
      height += (strips[next - 1]?.below ?? 0) + strip.above + strip.height;
      overhang = strip.overhang;
    }
    return height + overhang <= this.#room - hair;
  }

  #take(strip: Strip): void {
    this.#height += strip.height + (strip.noted && !this.#noted ? notesHead : 0);
    this.#noted ||= strip.noted;
    this.#below = strip.below;
    this.#overhang = this.#filled ? strip.overhang : 0;
    this.#gapBelow = strip.gapBelow;
    if (strip.shrink > 0) {
      this.#shrink = this.#charts === 0 ? strip.shrink : Math.min(this.#shrink, strip.shrink);
      this.#charts += 1;
    }
  }

  /** How what stands on the page fits; null if it does not. A page of one strip takes what it must. */
  fit(end: PageEnd, alone: boolean): Fit | null {
    const room = this.#room - hair;
    const over = this.#height + this.#overhang - room;
    if (over > 0) return this.#closer(over, alone);
    const left = -over / this.#room;
    const matters = this.#whiteBefore(end);
    // A page that is half empty is seen, also where a part ends on it that the next one could follow.
    const empty = end === 'part' ? ofEmpty * Math.max(0, left - partRoom) ** 2 : 0;
    const none = { cost: matters * left * left + empty + this.#parts, gaps: 1, lower: 0, white: left };
    if (end === 'part' || end === 'end' || this.#gap === 0) return none;
    // What is best by calculus, within what may be.
    const share = this.#gap / this.#room;
    const best = Math.min(
      mostStretch,
      left / share,
      Math.max(0, (2 * matters * share * left - ofGap) / (2 * matters * share * share)),
    );
    const less = left - best * share;
    return { cost: matters * less * less + ofGap * best + this.#parts, gaps: 1 + best, lower: 0, white: less };
  }

  /** What white at its foot costs, by what it ends at. */
  #whiteBefore(end: PageEnd): number {
    if (end === 'middle') return ofWhite;
    if (end === 'section') return ofWhite * beforeSection;
    return ofWhite * (end === 'part' && this.#filled ? beforePart : atEnd);
  }

  /** Gaps closer, then charts lower. */
  #closer(over: number, alone: boolean): Fit | null {
    const closest = this.#gap * mostStretch;
    const gaps = this.#gap === 0 ? 0 : Math.min(over, closest) / this.#gap;
    const rest = over - gaps * this.#gap;
    const lower = this.#charts === 0 ? 0 : rest / this.#charts;
    if (rest > 0 && (this.#charts === 0 || lower > this.#shrink))
      return alone ? { cost: overfull, gaps: 1, lower: 0, white: 0 } : null;
    const shrunk = this.#shrink === 0 ? 0 : (0.35 * lower) / this.#shrink;
    return { cost: ofGap * gaps + ofChart * shrunk * this.#charts + this.#parts, gaps: 1 - gaps, lower, white: 0 };
  }
}
