/** What the parts of the reader share while they read one document. */

import type { Code } from '../codes.ts';
import type { Report } from '../diagnostics.ts';
import { languageTags } from '../language/languages.ts';
import { meantLanguage } from '../language/tags.ts';
import { lang, look, words } from '../model/build.ts';
import type { Blocks, Edition, Inlines, Lang, Look, Metadata, Said, Sourced } from '../model/document.ts';
import { hasLanguages, languageOfWhole, withoutLanguages } from '../model/marks.ts';
import type { Crop, Picture } from '../model/picture.ts';
import { placeOf, type WithPlaces, writtenAt } from '../model/place.ts';
import { nounOf } from './nouns.ts';
import { type Attribute, type Child, type Element, given, isBlank } from './parse.ts';
import { notedLanguages, warnOfMarks } from './plain.ts';
import { quote } from './quote.ts';
import type { Survey } from './survey.ts';
import { piecesOf, spoken } from './titles.ts';

/** What the document has from elsewhere than its markup. */
export interface ReadContext {
  readonly kind: string;
  readonly lang: Lang;
  readonly editions: readonly Edition[];
  readonly metadata: Metadata;
  /** Opens a picture; null if it cannot be had, which it has reported. */
  picture(src: Sourced<string>, crop: Crop | null): Promise<Picture | null>;
  /** A QR code that leads to an address in ASCII, which it can hold (`qrCapacity`). */
  qr(address: string): Picture;
}

/** Where a block stands. */
export interface Around {
  readonly lang: Lang;
  /** Sections around it. */
  readonly sections: number;
  /** Lists around it. */
  readonly lists: number;
}

/** The readers of blocks get at one another by this, since blocks hold blocks. */
export type ReadBlocks = (elements: readonly Element[], around: Around, reading: Reading) => Blocks;

export class Reading {
  readonly context: ReadContext;
  readonly report: Report;
  /** What is counted, and where references lead. */
  readonly survey: Survey;
  /** The pictures of img, qr and emblem elements, opened before the tree is built. */
  readonly pictures: ReadonlyMap<Element, Picture | null>;
  readonly #readBlocks: ReadBlocks;

  constructor(
    context: ReadContext,
    report: Report,
    survey: Survey,
    pictures: ReadonlyMap<Element, Picture | null>,
    readBlocks: ReadBlocks,
  ) {
    this.context = context;
    this.report = report;
    this.survey = survey;
    this.pictures = pictures;
    this.#readBlocks = readBlocks;
  }

  /** The blocks among elements; others are not looked at, for `check.ts` has told of them. */
  blocks(elements: readonly Element[], around: Around): Blocks {
    return this.#readBlocks(elements, around, this);
  }

  fault(code: Code<'error'>, part: WithPlaces, message: string, hints: readonly string[] = [], clause?: string): void {
    reportFault(this.report, code, part, message, hints, clause);
  }
}

/** Reports what is wrong with a value or a node: at the data that gave it, and where the template writes it. */
export function reportFault(
  report: Report,
  code: Code<'error'>,
  part: WithPlaces,
  message: string,
  hints: readonly string[] = [],
  clause?: string,
): void {
  const related = writtenAt(part);
  report.error(code, placeOf(part), message, { hints, related, ...(clause === undefined ? {} : { clause }) });
}

/** The language that an element declares, and the one that holds inside of it. */
export function languageOf(element: Element, around: Lang, reading: Reading): { own: Lang | null; inner: Lang } {
  const attribute = given(element, 'lang');
  if (attribute === null) return { own: null, inner: around };
  const value = lang(attribute.value);
  if (value === null)
    reading.fault('bad-language', attribute, `${quote(attribute.value)} is not the tag of a language.`, [
      languageHint(attribute.value),
    ]);
  return value === null || value === around ? { own: null, inner: around } : { own: value, inner: value };
}

/** What to write in place of a wrong tag. */
export function languageHint(written: string): string {
  const meant = meantLanguage(written);
  const ours = languageTags.map((tag) => `"${tag}"`).join(' or ');
  return meant === null ? `Write a registered tag (BCP 47), such as ${ours}.` : `Did you mean "${meant}"?`;
}

/** Inlines that carry the language which their element declares, where the tree has no node for the element. */
export function inLanguage(children: Inlines, element: Element, own: Lang | null): Inlines {
  return own === null || children.length === 0
    ? children
    : [{ type: 'span', at: element.at, from: element.from, lang: own, children }];
}

export function lookOf(element: Element, reading: Reading): Look | null {
  const attribute = given(element, 'look');
  if (attribute === null) return null;
  const value = look(attribute.value);
  if (value === null)
    reading.fault('bad-look', attribute, `${quote(attribute.value)} is not an allowed name for a look.`, [
      'Write small letters, digits and hyphens.',
    ]);
  return value;
}

/** The words of an attribute, null if it is not given. They have one language: marks in them are taken off. */
export function wordsOf(element: Element, name: string, reading: Reading): Said | null {
  const attribute = given(element, name);
  if (attribute === null) return null;
  const value = words(withoutLanguages(attribute.value));
  if (value !== null) return { value, from: attribute.from, ...languageOfWords(attribute, reading) };
  reading.fault('blank-text', attribute, `The ${nounOf(name)} of the ${nounOf(element.name)} is empty.`, [
    'Write words.',
  ]);
  return null;
}

function languageOfWords(attribute: Attribute, reading: Reading): Pick<Said, 'lang' | 'parts'> {
  const { value, from } = attribute;
  if (attribute.given) warnOfMarks(value, from, reading.report);
  if (!hasLanguages(value)) return {};
  const whole = languageOfWhole(value);
  if (whole === null) return { parts: partsOf(attribute, reading) };
  const tag = lang(whole);
  if (tag !== null) return { lang: tag };
  reading.fault('bad-language', attribute, `${quote(whole)} is not the tag of a language.`, [languageHint(whole)]);
  return {};
}

/** What is not marked is in the language around, whatever that is. */
function partsOf({ value, at, from }: Attribute, reading: Reading): Inlines {
  const around = reading.context.lang;
  const children = notedLanguages({ kind: 'run', value, at, from }, reading.report);
  for (const child of elementsOf(children)) languageOf(child, around, reading);
  const pieces = piecesOf(
    { kind: 'element', name: 'span', at, from, attributes: new Map(), children },
    around,
    () => '',
  );
  return spoken(pieces, around);
}

/** The attribute's value if it is one of those that are known; the first of them if it is not given or wrong. */
export function choiceOf<T extends string>(
  element: Element,
  name: string,
  known: readonly [T, ...T[]],
  reading: Reading,
): T {
  const attribute = given(element, name);
  if (attribute === null) return known[0];
  const value = known.find((each) => each === attribute.value);
  if (value !== undefined) return value;
  reading.fault(
    'bad-value',
    attribute,
    `${quote(attribute.value)} is not an allowed value for "${name}" of <${element.name}>.`,
    [`Known: ${known.join(', ')}.`],
  );
  return known[0];
}

/** A whole number from `least` to `most`; `otherwise` if it is not given or wrong. */
export function countOf(
  element: Element,
  name: string,
  { least, most, otherwise }: { readonly least: number; readonly most: number; readonly otherwise: number },
  reading: Reading,
): number {
  const attribute = given(element, name);
  if (attribute === null) return otherwise;
  const value = /^\d{1,6}$/.test(attribute.value) ? Number(attribute.value) : Number.NaN;
  if (value >= least && value <= most) return value;
  reading.fault(
    'bad-value',
    attribute,
    `The ${nounOf(name)} of the ${nounOf(element.name)} cannot be ${quote(attribute.value)}.`,
    [`Write a whole number from ${least} to ${most}.`],
  );
  return otherwise;
}

/** A number as machines write it; null if it is not given or is none, which has been reported. */
export function numberOf(element: Element, name: string, reading: Reading): number | null {
  const attribute = given(element, name);
  if (attribute === null) return null;
  const value = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(attribute.value) ? Number(attribute.value) : Number.NaN;
  if (Number.isFinite(value)) return value;
  reading.fault(
    'bad-value',
    attribute,
    `${quote(attribute.value)} is not an allowed value for "${name}" of <${element.name}>.`,
    ['Write a number with a point and without spaces, such as 1234.5: {{machine …}} does.'],
  );
  return null;
}

export function elementsOf(children: readonly Child[]): readonly Element[] {
  return children.filter((child) => child.kind === 'element');
}

/** The child of this name; a second one is an error. */
export function only(element: Element, name: string, { report }: Reading): Element | null {
  const [first, second] = elementsOf(element.children).filter((child) => child.name === name);
  if (second) report.error('second-element', second.at, `<${element.name}> has a second <${name}>.`);
  return first ?? null;
}

export function isWhite(child: Child): boolean {
  return child.kind === 'run' && isBlank(child.value);
}

export function reportEmpty(element: Element, reading: Reading): void {
  const hints = ['Write its words, or leave it out.', ...forTemplates(element, 'Put it in {{#if …}}.')];
  reading.fault('empty-element', element, `The ${nounOf(element.name)} is empty.`, hints);
}

export function reportNone(element: Element, what: string, reading: Reading): void {
  const hints = [`Give it ${what}, or leave it out.`, ...forTemplates(element, 'Put it in {{#if …}}.')];
  reading.fault('empty-element', element, `The ${nounOf(element.name)} has no ${what}.`, hints);
}

/** An attribute; its element where the data that it was written for has no value for it. */
export function saying(element: Element, name: string): WithPlaces {
  const attribute = element.attributes.get(name);
  const isOfData = attribute?.from !== attribute?.at || placeOf(element) === element.at;
  return attribute === undefined || !isOfData ? element : attribute;
}

/** A hint for who writes the template; Etrati's own are not to be changed. */
export function forTemplates({ at, from }: WithPlaces, hint: string): readonly string[] {
  return at === from ? [] : [`In the template: ${hint}`];
}
