/** Markup to a tree of elements, each with its place in the template; texts also with their place in the data. */
import { SaxesParser } from 'saxes';
import type { Code } from '../codes.ts';
import type { Place, Report } from '../diagnostics.ts';
import { fold } from '../model/build.ts';
import { type Markup, originAt, unmark } from '../model/markup.ts';
import { matchesIn } from '../text.ts';
import { type ElementOrigin, Origins } from './origins.ts';
import { explain } from './syntax.ts';
import { isInline } from './vocabulary.ts';

export interface Attribute {
  readonly name: string;
  readonly value: string;
  /** Where it is written in the template. */
  readonly at: Place;
  /** Where its value comes from: the data's place if data gave it. */
  readonly from: Place;
  /** Whether it is not written in the template itself. */
  readonly given?: true;
}
/** Characters of one source. */
export interface MarkupText {
  readonly kind: 'run';
  readonly value: string;
  readonly at: Place;
  readonly from: Place;
  /** Whether it is not written in the template itself. */
  readonly given?: true;
  /** Where it starts in the text of the data that it is cut out of, if not with it. */
  readonly start?: number;
}
export interface Element {
  readonly kind: 'element';
  readonly name: string;
  /** Where it stands in the template. */
  readonly at: Place;
  /** Where in the data stands what it says; else the record that it was written for. */
  readonly from: Place;
  /** Whether it was made of notation in a text of the data (`rich.ts`). */
  readonly noted?: true;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly children: readonly (Element | MarkupText)[];
}
export type Child = Element | MarkupText;

/** Elements inside of one another. */
export const depthLimit = 40;

/** The attribute of this name, or null if it is not given or blank: data that is null leaves it blank. */
export function given(element: Element, name: string): Attribute | null {
  const attribute = element.attributes.get(name);
  return attribute === undefined || isBlank(attribute.value) ? null : attribute;
}

/** Whether a text has nothing but white space that folds away. */
export function isBlank(text: string): boolean {
  return /^ ?$/.test(fold(text));
}

/** The root element; null with errors in the report if the markup is not well-formed XML. */
export function parse(markup: Markup, report: Report): Element | null {
  if (!checkAmpersands(markup, report)) return null;
  const parsing = new Parsing(markup, report);
  parsing.run();
  return parsing.failed ? null : parsing.root;
}

/** An ampersand that starts no reference would take all up to the next semicolon with it. */
function checkAmpersands({ text, placeAt }: Markup, report: Report): boolean {
  const bare = [...matchesIn(text, /&(?!(?:#\d+|#x[\da-fA-F]+|[A-Za-z][A-Za-z\d]*);)/g)];
  for (const { index } of bare.slice(0, errorLimit))
    report.error('bare-ampersand', placeAt(index), 'The ampersand does not start a reference.', {
      hints: ['Write it as &amp;.'],
    });
  return bare.length === 0;
}

interface Open extends ElementOrigin {
  readonly kind: 'element';
  readonly name: string;
  at: Place;
  from: Place;
  readonly attributes: Map<string, Attribute>;
  readonly children: Child[];
}

/** An error of the XML reader can pull others after it; the first few tell enough. */
const errorLimit = 12;

class Parsing {
  root: Element | null = null;
  readonly #markup: Markup;
  readonly #report: Report;
  readonly #origins: Origins;
  readonly #parser = new SaxesParser({ position: false });
  readonly #open: Open[] = [];
  #errors = 0;
  /** Whether what follows can no longer be told from consequences of an error. */
  #lost = false;
  #closed: Open | undefined;
  /** Elements that the closing tag at `#position` has closed beside its own. */
  #pending: Open[] = [];
  #position = 0;
  readonly #unclosed = new Set<string>();
  #attributes = new Map<string, Attribute>();
  /** Offset after the last tag or attribute. */
  #cursor = 0;

  constructor(markup: Markup, report: Report) {
    this.#markup = markup;
    this.#report = report;
    this.#origins = new Origins(markup);
  }

  get failed(): boolean {
    return this.#errors > 0;
  }

  run(): void {
    const parser = this.#parser;
    Object.assign(parser.ENTITIES, { nbsp: '\u00A0', shy: '\u00AD' });
    parser.on('opentagstart', (tag) => this.#start(tag.name));
    parser.on('attribute', ({ name, value }) => this.#attribute(name, value));
    parser.on('opentag', () => this.#tagged());
    parser.on('closetag', () => this.#close());
    parser.on('text', (text) => this.#text(text));
    parser.on('error', (error) => this.#fault(error.message));
    for (const event of ['comment', 'cdata', 'processinginstruction', 'doctype', 'xmldecl'] as const)
      parser.on(event, () => this.#foreign());
    parser.write(this.#markup.text).close();
    this.#settle();
  }

  #start(name: string): void {
    this.#settle();
    const offset = this.#tagStart();
    const at = this.#markup.placeAt(offset);
    this.#attributes = new Map();
    const rest = { held: null, says: false, attributes: this.#attributes, children: [] };
    this.#open.push({ kind: 'element', name, at, from: at, offset, ...rest });
    this.#cursor = this.#parser.position - 1;
    if (this.#open.length === depthLimit + 1)
      this.#error('too-deep', at, `Elements are nested more than ${depthLimit} levels deep.`);
  }

  /** The offset of the `<` of the tag that was just read. */
  #tagStart(): number {
    return this.#markup.text.lastIndexOf('<', this.#parser.position - 1);
  }

  #attribute(name: string, marked: string): void {
    const at = this.#markup.placeAt(this.#markup.text.indexOf(name, this.#cursor));
    this.#cursor = this.#parser.position;
    const pieces = unmark(marked);
    const origin = pieces.find((piece) => piece.origin !== null)?.origin ?? null;
    const value = pieces.map((piece) => piece.text).join('');
    const from = this.#origins.placeOf(origin) ?? at;
    this.#attributes.set(name, { name, value, at, from, ...(from === at ? {} : { given: true }) });
    this.#hold(origin);
  }

  /** What is written in a template of Etrati's own stands, for those who read findings, where the data for it does. */
  #disown(element: Open): void {
    const { from } = element;
    const disowned = <T extends Attribute | MarkupText>(one: T): T => {
      const own = this.#markup.shipped.has(one.from.file) ? from : one.from;
      return { ...one, at: own, from: own };
    };
    element.at = from;
    for (const [name, attribute] of element.attributes) element.attributes.set(name, disowned(attribute));
    for (const [index, child] of element.children.entries())
      if (child.kind === 'run') element.children[index] = disowned(child);
  }

  /** Notes that the innermost element says what comes from an origin. */
  #hold(origin: number | null): void {
    const element = this.#open.at(-1);
    if (element === undefined || origin === null || !this.#origins.isData(origin)) return;
    element.held = this.#origins.common(element.held, origin);
  }

  #tagged(): void {
    this.#cursor = this.#parser.position;
  }

  #close(): void {
    if (this.#parser.position !== this.#position) this.#settle();
    this.#cursor = this.#parser.position;
    const element = this.#open.pop();
    this.#closed = element;
    if (element === undefined) return;
    const parent = this.#open.at(-1);
    element.from = this.#origins.placeOfElement(element, parent) ?? element.at;
    if (this.#markup.shipped.has(element.at.file)) this.#disown(element);
    this.#hold(element.held);
    if (parent !== undefined) parent.says ||= element.says && isInline(element.name);
    if (parent === undefined) this.root = element;
    // What stands too deep is told once and left out, so that those who walk the tree may recurse.
    else if (this.#open.length < depthLimit) parent.children.push(element);
  }

  /** A text up to the next tag, its marks still in it. */
  #text(marked: string): void {
    const base = this.#cursor;
    const element = this.#open.at(-1);
    const raw = unmark(this.#markup.text.slice(base, this.#parser.position - 1));
    for (const [index, { text: value, origin }] of unmark(marked).entries()) {
      if (value === '') continue;
      // Decoding makes texts shorter and leaves the marks, so that the pieces of both correspond.
      const { offset, text: written } = raw[index] ?? { offset: 0, text: '' };
      const at = this.#markup.placeAt(base + offset + (origin === null ? written.search(/\S|$/) : 0));
      const from = this.#origins.placeOf(origin) ?? at;
      element?.children.push({ kind: 'run', value, at, from, ...(from === at ? {} : { given: true }) });
      this.#hold(origin);
      if (element !== undefined && origin !== null) element.says = true;
    }
  }

  #foreign(): void {
    this.#error('template-markup', this.#markup.placeAt(this.#tagStart()), 'Only elements and text are allowed here.', [
      'Write a comment as {{! … }}.',
    ]);
    this.#cursor = this.#parser.position;
  }

  #fault(reason: string): void {
    const unmatched = /^unmatched closing tag: (.*)\.$/.exec(reason)?.[1];
    if (reason === 'unexpected close tag.') {
      if (this.#closed) this.#pending.push(this.#closed);
      this.#position = this.#parser.position;
    } else if (unmatched !== undefined) {
      // Looking for its start, the closing tag has closed all.
      this.#pending = [];
      if (!this.#unclosed.has(unmatched)) this.#malformed(reason, this.#tagStart());
      this.#lost = true;
    } else if (reason.startsWith('unclosed tag')) {
      this.#settle();
      const element = this.#open.pop();
      if (element) this.#reportUnclosed(element, []);
    } else {
      this.#settle();
      this.#malformed(reason, this.#faultStart(reason));
      this.#lost ||= !/entity|^duplicate attribute|^disallowed character\.$|outside of root/.test(reason);
    }
  }

  #faultStart(reason: string): number {
    const { text } = this.#markup;
    const last = this.#parser.position - 1;
    if (reason.includes('entity')) return text.lastIndexOf('&', last);
    return reason.includes('outside of root') ? this.#cursor + text.slice(this.#cursor).search(/\S/) : last;
  }

  /** Tells of the elements that a closing tag has closed beside its own. */
  #settle(): void {
    const start = this.#markup.text.lastIndexOf('<', this.#position - 1);
    for (const element of this.#pending)
      this.#reportUnclosed(element, [{ at: this.#markup.placeAt(start), message: 'Another element is closed here.' }]);
    this.#pending = [];
  }

  #reportUnclosed({ name, at }: Open, related: readonly { at: Place; message: string }[]): void {
    this.#unclosed.add(name);
    this.#error('unclosed-element', at, `<${name}> is not closed.`, [`Close it with </${name}>.`], related);
  }

  #malformed(reason: string, offset: number): void {
    const { text } = this.#markup;
    const template = this.#markup.placeAt(Math.max(0, Math.min(offset, text.length - 1)));
    const data = this.#origins.placeOf(originAt(text, offset));
    const { code, message, hints } = explain(reason);
    const related = data === null ? [] : [{ at: template, message: 'It is written here.' }];
    this.#error(code, data ?? template, message, hints, related);
  }

  #error(
    code: Code<'error'>,
    at: Place,
    message: string,
    hints: readonly string[] = [],
    related: readonly { at: Place; message: string }[] = [],
  ): void {
    this.#errors += 1;
    if (this.#errors <= errorLimit && !this.#lost) this.#report.error(code, at, message, { hints, related });
  }
}
