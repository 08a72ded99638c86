/** What documents share is made once; what was found in making it is told to everyone who asks. */
import path from 'node:path';
import { type Diagnostic, Refused, Report } from './diagnostics.ts';
import { factsOf, type Seeds } from './seeds.ts';
import { slashes, type World } from './world.ts';

/** What making something needs, and what comes of it. */
export interface Making {
  readonly world: World;
  readonly report: Report;
  /** The files of the project that were asked for, there or not: what it depends on. Relative to the root, with `/`. */
  readonly sources: Set<string>;
  /** Those of them that were there. */
  readonly found: Set<string>;
  /** The files of the package that were asked for, there or not; absolute. */
  readonly shipped: Set<string>;
}

/** Making that notes what it asks the world for. `asked` is told of each file of the project before it is read. */
export function making(world: World, report: Report, asked: (source: string) => void = () => undefined): Making {
  const sources = new Set<string>();
  const found = new Set<string>();
  const shipped = new Set<string>();
  const nameOf = (file: string): string => slashes(path.relative(world.root, path.resolve(world.root, file)));
  const isOurs = (name: string): boolean => name === '..' || name.startsWith('../');
  const ask = (file: string): void => {
    const name = nameOf(file);
    if (isOurs(name)) shipped.add(file);
    else {
      asked(name);
      sources.add(name);
    }
  };
  const find = (file: string): void => {
    const name = nameOf(file);
    if (!isOurs(name)) found.add(name);
  };
  const noting: World = {
    ...world,
    async read(file, limit, at) {
      ask(file);
      const bytes = await world.read(file, limit, at);
      find(file);
      return bytes;
    },
    async exists(file) {
      ask(file);
      const there = await world.exists(file);
      if (there) find(file);
      return there;
    },
  };
  return { world: noting, report, sources, found, shipped };
}

interface Kept<T> {
  readonly made: Promise<{ readonly value: T | null; readonly diagnostics: readonly Diagnostic[] }>;
  readonly sources: ReadonlySet<string>;
  /** How each of them was before it was read; of those that nobody looks at again, none. */
  readonly stamps: ReadonlyMap<string, string>;
}

export class Shelf<T> {
  readonly #kept = new Map<string, Kept<T>>();
  readonly #seeds: Seeds<T>;
  readonly #looksAgain: boolean;

  /**
   * @param seeds what was made before: for another engine, or before the process began
   * @param looksAgain whether a thing is made anew where a file that it was made from has changed; else `drop` says so
   */
  constructor(seeds: Seeds<T>, looksAgain = false) {
    this.#seeds = seeds;
    this.#looksAgain = looksAgain;
  }

  /** The thing of this key; `make` runs if nobody asked for it before. Null with the findings if it cannot be made. */
  async get(
    key: string,
    { world, report, sources }: Making,
    make: (making: Making) => Promise<T | null>,
  ): Promise<T | null> {
    const known = this.#kept.get(key);
    const kept =
      known !== undefined && isCurrent(known.stamps, world)
        ? known
        : (this.#seeded(key, world) ?? this.#make(key, world, make));
    this.#kept.set(key, kept);
    const { value, diagnostics } = await kept.made;
    for (const diagnostic of diagnostics) report.add(diagnostic);
    for (const source of kept.sources) sources.add(source);
    return value;
  }

  #make(key: string, world: World, make: (making: Making) => Promise<T | null>): Kept<T> {
    const stamps = new Map<string, string>();
    const context = making(world, new Report(), (source) => {
      if (this.#looksAgain && !stamps.has(source)) stamps.set(source, stampIn(world, source));
    });
    const made = attempt(context.report, () => make(context)).then((value) => {
      const { diagnostics } = context.report;
      if (value !== null && diagnostics.length === 0) this.#seeds.sow(key, value, context);
      return { value, diagnostics };
    });
    return { made, sources: context.sources, stamps };
  }

  #seeded(key: string, world: World): Kept<T> | undefined {
    const seed = this.#seeds.find(key, world.root);
    if (seed === undefined) return undefined;
    const stamps = this.#looksAgain
      ? new Map([...seed.sources].map((source) => [source, stampIn(world, source)]))
      : new Map();
    return { made: Promise.resolve({ value: seed.value, diagnostics: [] }), sources: seed.sources, stamps };
  }

  /** Forgets what was made from any of these files. */
  drop(files: readonly string[]): void {
    for (const [key, { sources }] of this.#kept) if (files.some((file) => sources.has(file))) this.#kept.delete(key);
  }

  clear(): void {
    this.#kept.clear();
  }
}

function isCurrent(stamps: ReadonlyMap<string, string>, world: World): boolean {
  for (const [source, stamp] of stamps) if (stampIn(world, source) !== stamp) return false;
  return true;
}

function stampIn({ root }: World, source: string): string {
  return stampOf(path.join(root, source));
}

/** By which it is seen that a file is another than before; `-` where there is none. */
export function stampOf(file: string): string {
  const facts = factsOf(file);
  return facts === null ? '-' : `${facts.mtimeMs} ${facts.size} ${facts.ino}`;
}

/** Runs a stage; its refusal becomes findings and null. */
export async function attempt<T>(report: Report, stage: () => Promise<T | null> | T | null): Promise<T | null> {
  try {
    return await stage();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    for (const diagnostic of error.diagnostics) report.add(diagnostic);
    return null;
  }
}
