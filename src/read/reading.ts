/** What the parts of the reader share while they read one document. */
import type { Report } from '../diagnostics.ts';
import { fold, lang, look, words } from '../model/build.ts';
import type { Edition, Inlines, Lang, Look, Metadata, Picture, Sourced, Words } from '../model/document.ts';
import { type Attribute, type Element, given } from './parse.ts';

/** What the document has from elsewhere than its markup. */
export interface ReadContext {
  readonly kind: string;
  readonly lang: Lang;
  readonly editions: readonly Edition[];
  readonly metadata: Metadata;
  /** Opens a picture; null if it cannot be had, which it has reported. */
  picture(src: Sourced<string>): Promise<Picture | null>;
}

export class Reading {
  readonly context: ReadContext;
  readonly report: Report;
  /** The pictures of img and emblem elements, opened before the tree is built. */
  readonly pictures: ReadonlyMap<Element, Picture | null>;

  constructor(context: ReadContext, report: Report, pictures: ReadonlyMap<Element, Picture | null>) {
    this.context = context;
    this.report = report;
    this.pictures = pictures;
  }

  /** Reports a wrong value: at the place that gave it, and where the template writes it if that is another. */
  fault(code: string, { at, from }: Attribute, message: string, hints: readonly string[] = []): void {
    const related = from === at ? [] : [{ at, message: 'It is written here.' }];
    this.report.error(code, from, message, { hints, related });
  }
}

/** A value for a message: on one line, and not too long for it. */
export function quote(value: string): string {
  const folded = fold(value);
  return `"${folded.length > 80 ? `${folded.slice(0, 79)}…` : folded}"`;
}

/** The language that an element declares, and the one that holds inside of it. */
export function languageOf(element: Element, around: Lang, reading: Reading): { own: Lang | null; inner: Lang } {
  const attribute = given(element, 'lang');
  if (attribute === null) return { own: null, inner: around };
  const value = lang(attribute.value);
  if (value === null)
    reading.fault('bad-language', attribute, `${quote(attribute.value)} is no language tag.`, [
      'Write a BCP 47 tag, such as "ka" or "en".',
    ]);
  return value === null || value === around ? { own: null, inner: around } : { own: value, inner: value };
}

/** Inlines that carry the language which their element declares, where the tree has no node for the element. */
export function inLanguage(children: Inlines, element: Element, own: Lang | null): Inlines {
  return own === null || children.length === 0 ? children : [{ type: 'span', at: element.at, lang: own, children }];
}

export function lookOf(element: Element, reading: Reading): Look | null {
  const attribute = given(element, 'look');
  if (attribute === null) return null;
  const value = look(attribute.value);
  if (value === null)
    reading.fault('bad-look', attribute, `${quote(attribute.value)} cannot be the name of a look.`, [
      'Small letters, digits and hyphens.',
    ]);
  return value;
}

/** The words of an attribute, null if it is not given. */
export function wordsOf(element: Element, name: string, reading: Reading): Sourced<Words> | null {
  const attribute = given(element, name);
  if (attribute === null) return null;
  const value = words(attribute.value);
  if (value !== null) return { value, from: attribute.from };
  reading.fault('blank-text', attribute, `The attribute "${name}" says nothing.`, ['Write words.']);
  return null;
}
