/** Styles with what they inherit (ECMA-376, 17.7), also from numbering (17.9). */
import { guardDepth } from '../depth.ts';
import { NumberingPart } from './numbering.ts';
import { child, isOn, type Package, propertyOf, type Xml } from './package.ts';

/** Where a paragraph stands in a list. */
export interface Numbering {
  /** The instance: two lists that touch are two lists if theirs differ. */
  readonly id: string;
  /** From 0. */
  readonly level: number;
  readonly ordered: boolean;
  /** Where the text of the level stands, in twips from the margin. */
  readonly indent: number;
}

export class Styles {
  /** The language of text that no run and no style says otherwise of. */
  readonly lang: string | null;
  readonly numbering: NumberingPart;
  readonly #styles = new Map<string, Xml>();
  readonly #default: string | null = null;
  readonly #names = new Map<string | null, readonly string[]>();
  readonly #chains = new Map<string | null, Xml[]>();

  constructor(parts: Package) {
    const sheet = parts.related('styles');
    this.numbering = new NumberingPart(parts);
    for (const style of sheet?.children ?? []) {
      const id = style.attributes.get('w:styleId');
      if (style.name !== 'w:style' || id === undefined) continue;
      this.#styles.set(id, style);
      const isDefault = ['1', 'true', 'on'].includes(style.attributes.get('w:default') ?? '0');
      if (isDefault && style.attributes.get('w:type') === 'paragraph') this.#default = id;
    }
    const defaults = child(child(child(sheet, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
    this.lang = this.#langOf(this.#default) ?? propertyOf(defaults, 'w:lang');
  }

  /** The names of a paragraph's style and of those that it is based on, nearest first, in lower case as Word compares them. */
  names(paragraph: Xml): readonly string[] {
    const id = this.#styleOf(paragraph);
    const names =
      this.#names.get(id) ?? this.#chain(id).map((style) => (propertyOf(style, 'w:name') ?? '').toLowerCase());
    this.#names.set(id, names);
    return names;
  }

  /** The heading level from 1, by the outline level or the name of a heading style; null for body text. */
  headingLevel(paragraph: Xml): number | null {
    const outline = Number(this.#property(paragraph, 'w:outlineLvl')?.attributes.get('w:val') ?? 'NaN');
    if (outline >= 0) return outline <= 8 ? outline + 1 : null;
    const named = this.names(paragraph).flatMap((name) => /^heading ([1-9])$/.exec(name)?.[1] ?? []);
    return named[0] === undefined ? null : Number(named[0]);
  }

  /** The language of a run: its own, its character style's, its paragraph's style's, the default. */
  langOf(run: Xml, paragraph: Xml | null): string | null {
    const properties = child(run, 'w:rPr');
    return (
      propertyOf(properties, 'w:lang') ??
      this.#langOf(propertyOf(properties, 'w:rStyle')) ??
      (paragraph && this.#langOf(this.#styleOf(paragraph))) ??
      this.lang
    );
  }

  /** Whether a run's character style hides it. */
  hides(run: Xml): boolean {
    const holders = this.#chain(propertyOf(child(run, 'w:rPr'), 'w:rStyle')).map((style) => child(style, 'w:rPr'));
    const holder = holders.find((properties) => child(properties, 'w:vanish') !== null);
    return holder !== undefined && isOn(holder, 'w:vanish');
  }

  numberingOf(paragraph: Xml): Numbering | null {
    const own = child(child(paragraph, 'w:pPr'), 'w:numPr');
    const properties = own ?? this.#property(paragraph, 'w:numPr');
    const id = propertyOf(own, 'w:numId') ?? propertyOf(this.#property(paragraph, 'w:numPr'), 'w:numId');
    if (id === null || id === '0') return null;
    const written = propertyOf(properties, 'w:ilvl');
    const level = written === null ? this.#linkedLevel(id, paragraph) : Number(written) || 0;
    const definition = this.numbering.level(id, level);
    const format = propertyOf(definition, 'w:numFmt') ?? 'decimal';
    const { attributes } = child(child(definition, 'w:pPr'), 'w:ind') ?? {};
    const indent = Number(attributes?.get('w:left') ?? attributes?.get('w:start') ?? 0);
    return format === 'none' ? null : { id, level, ordered: format !== 'bullet', indent };
  }

  #styleOf(paragraph: Xml): string | null {
    return propertyOf(child(paragraph, 'w:pPr'), 'w:pStyle') ?? this.#default;
  }

  #chain(id: string | null): Xml[] {
    const known = this.#chains.get(id);
    if (known !== undefined) return known;
    const chain = new Set<Xml>();
    for (let style = this.#styles.get(id ?? ''); style !== undefined && !chain.has(style); ) {
      guardDepth(chain.add(style).size);
      style = this.#styles.get(propertyOf(style, 'w:basedOn') ?? '');
    }
    this.#chains.set(id, [...chain]);
    return [...chain];
  }

  #property(paragraph: Xml, name: string): Xml | null {
    const holders = [paragraph, ...this.#chain(this.#styleOf(paragraph))];
    return holders.map((holder) => child(child(holder, 'w:pPr'), name)).find((found) => found !== null) ?? null;
  }

  #langOf(id: string | null): string | null {
    const found = this.#chain(id).map((style) => propertyOf(child(style, 'w:rPr'), 'w:lang'));
    return found.find((lang) => lang !== null) ?? null;
  }

  /** A style that is part of a list has the level that is linked to it (17.9.23). */
  #linkedLevel(id: string, paragraph: Xml): number {
    const style = this.#styleOf(paragraph);
    const linked = this.numbering.levels(id).find((level) => propertyOf(level, 'w:pStyle') === style);
    return Number(linked?.attributes.get('w:ilvl') ?? 0);
  }
}
