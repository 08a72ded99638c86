/** Numbering definitions (ECMA-376, 17.9), and the numbers that Word makes of them. */
import { child, type Package, propertyOf, type Xml } from './package.ts';

export class NumberingPart {
  readonly #root: Xml | null;
  readonly #found = new Map<string, Xml[]>();

  constructor(parts: Package) {
    this.#root = parts.related('numbering');
  }

  level(id: string, level: number): Xml | null {
    return this.levels(id).find((candidate) => Number(candidate.attributes.get('w:ilvl')) === level) ?? null;
  }

  /** The levels of an instance: its overrides, then those of its definition, which may lie in another one by a style. */
  levels(id: string): Xml[] {
    const known = this.#found.get(id) ?? this.#find(id);
    this.#found.set(id, known);
    return known;
  }

  /** The number at which an instance begins a level again; null where it goes on. */
  restart(id: string, level: number): number | null {
    const instance = this.#named('w:num', 'w:numId', id);
    const override = instance?.children.find(
      ({ name, attributes }) => name === 'w:lvlOverride' && Number(attributes.get('w:ilvl')) === level,
    );
    const written = propertyOf(override ?? null, 'w:startOverride');
    return written === null ? null : Number(written);
  }

  /** The definition that instances share, and with it the counting. */
  definitionOf(id: string): string {
    return propertyOf(this.#named('w:num', 'w:numId', id), 'w:abstractNumId') ?? '';
  }

  #find(id: string): Xml[] {
    const instance = this.#named('w:num', 'w:numId', id);
    const overrides = (instance?.children ?? []).flatMap((found) => child(found, 'w:lvl') ?? []);
    const abstract = this.#named('w:abstractNum', 'w:abstractNumId', this.definitionOf(id));
    const link = propertyOf(abstract, 'w:numStyleLink');
    const linked = this.#root?.children.find((found) => link !== null && propertyOf(found, 'w:styleLink') === link);
    return [...overrides, ...((linked ?? abstract)?.children.filter(({ name }) => name === 'w:lvl') ?? [])];
  }

  #named(name: string, key: string, value: string): Xml | undefined {
    return this.#root?.children.find((found) => found.name === name && found.attributes.get(key) === value);
  }
}

/** Counts the headings and items of one document as Word does: instances of one definition go on counting. */
export class NumberCounter {
  readonly #part: NumberingPart;
  /** Levels of instances that began again at a number of their own. */
  readonly #begun = new Set<string>();
  readonly #counts = new Map<string, readonly number[]>();

  constructor(part: NumberingPart) {
    this.#part = part;
  }

  /** The count of the next paragraph of a numbering, at its level. */
  count(id: string, level: number): number {
    return this.#counted(id, level)[level] ?? 1;
  }

  #counted(id: string, level: number): readonly number[] {
    const definition = this.#part.definitionOf(id);
    const before = [...(this.#counts.get(definition) ?? [])];
    const restart = this.#begun.has(`${id} ${level}`) ? null : this.#part.restart(id, level);
    this.#begun.add(`${id} ${level}`);
    if (restart !== null) before[level] = restart - 1;
    const start = (at: number) => Number(propertyOf(this.#part.level(id, at), 'w:start') ?? 1);
    // A level that was skipped counts from its start all the same.
    const outer = Array.from({ length: level }, (_, at) => before[at] ?? start(at));
    const counts = [...outer, (before[level] ?? start(level) - 1) + 1];
    this.#counts.set(definition, counts);
    return counts;
  }

  /** The number that the next heading of a numbering is shown with. */
  next(id: string, level: number): string {
    const counts = this.#counted(id, level);
    const text = propertyOf(this.#part.level(id, level), 'w:lvlText') ?? '';
    return text.replace(/%([1-9])/g, (_, place) => this.#written(id, Number(place) - 1, counts));
  }

  #written(id: string, level: number, counts: readonly number[]): string {
    const write = formats[propertyOf(this.#part.level(id, level), 'w:numFmt') ?? 'decimal'] ?? String;
    return write(counts[level] ?? 0);
  }
}

/** Of ST_NumberFormat what headings are numbered with (17.18.59). */
const formats: Readonly<Record<string, (count: number) => string>> = {
  upperLetter: letter,
  lowerLetter: (count) => letter(count).toLowerCase(),
  upperRoman: roman,
  lowerRoman: (count) => roman(count).toLowerCase(),
};

/** A to Z, then AA, BB … */
function letter(count: number): string {
  const repeats = Math.min(Math.ceil(count / 26), 99);
  return count < 1 ? '' : String.fromCharCode(65 + ((count - 1) % 26)).repeat(repeats);
}

const numerals = { M: 1000, CM: 900, D: 500, CD: 400, C: 100, XC: 90, L: 50, XL: 40, X: 10, IX: 9, V: 5, IV: 4, I: 1 };

function roman(count: number): string {
  let rest = Math.min(count, 9999);
  let text = '';
  for (const [numeral, value] of Object.entries(numerals)) {
    for (; rest >= value; rest -= value) text += numeral;
  }
  return text;
}
