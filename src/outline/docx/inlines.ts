/** What stands within a paragraph: runs, links, fields, pictures, references to notes (ECMA-376, 17.3 and 17.16). */

import { guardDepth } from '../../finished/depth.ts';
import { child, isOn, type Package, within, type Xml } from '../../finished/docx/package.ts';
import type { Styles } from '../../finished/docx/styles.ts';
import { readable } from '../address.ts';
import type { UnsettledNode } from '../settle.ts';
import { sayWords } from '../text.ts';
import type { UnreadCount } from '../unread.ts';

/** What inlines need of the reader of blocks. */
export interface Surroundings {
  readonly parts: Package;
  readonly styles: Styles;
  /** The part that is read, for its relationships: `document`, `footnotes` or `endnotes`. */
  readonly part: string;
  readonly unread: UnreadCount;
  /** The number of a note; null where the file doesn't say. */
  labelOf(reference: NoteReference): string | null;
  /** Reads the text of a text box. */
  blocks(container: Xml): UnsettledNode[];
}

/** A reference to a note, by kind and id. */
export interface NoteReference {
  readonly kind: 'footnotes' | 'endnotes';
  readonly id: string;
}

/** A complex field that is open: what it does, and whether its result has begun. */
interface Field {
  instruction: string;
  inResult: boolean;
}

/** How the writer names the control around the dash of a missing value. */
const missingTag = 'missing-value';

/** Changes that were deleted or moved away, and properties. */
const silent = new Set(['w:del', 'w:moveFrom', 'w:pPr', 'w:rPr', 'w:sdtPr', 'w:sdtEndPr']);

/** Reads the paragraphs of one part in order; a field may be open over several of them. */
export class InlineReader {
  readonly #around: Surroundings;
  readonly #fields: Field[] = [];
  #listed = false;
  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** What a paragraph says, the notes that it refers to, and whether a field made it as an entry of contents. */
  read(paragraph: Xml): { readonly parts: UnsettledNode[]; readonly notes: NoteReference[]; readonly listed: boolean } {
    const notes: NoteReference[] = [];
    this.#listed = false;
    const parts = this.#children(paragraph, { paragraph, target: null, notes });
    return { parts, notes, listed: this.#listed };
  }

  #children(element: Xml, context: RunContext): UnsettledNode[] {
    return element.children.flatMap((inner): UnsettledNode[] => {
      switch (inner.name) {
        case 'w:r':
          return this.#isHidden(inner) ? this.#hidden(inner) : this.#run(inner, context);
        case 'w:hyperlink':
          return this.#children(inner, { ...context, target: this.#targetOf(inner) });
        case 'w:fldSimple': {
          const instruction = inner.attributes.get('w:instr') ?? '';
          return this.#children(inner, { ...context, target: hyperlinkOf(instruction) ?? context.target });
        }
        case 'm:oMath':
          this.#around.unread.add('formula');
          return [];
        case 'w:sdt':
          return this.#control(inner, context);
        case 'mc:AlternateContent':
          return this.#children(child(inner, 'mc:Choice') ?? child(inner, 'mc:Fallback') ?? inner, context);
        default:
          return silent.has(inner.name) ? [] : this.#children(inner, context);
      }
    });
  }

  /** A control of ours around a dash is said by its title; any other is but its content. */
  #control(control: Xml, context: RunContext): UnsettledNode[] {
    const properties = child(control, 'w:sdtPr');
    const settingOf = (name: string) => child(properties, name)?.attributes.get('w:val');
    const words = settingOf('w:alias');
    if (settingOf('w:tag') !== missingTag || words === undefined) return this.#children(control, context);
    const run = [...within(control)].find(({ name }) => name === 'w:r');
    const lang = run === undefined ? null : this.#around.styles.langOf(run, context.paragraph);
    return [{ role: 'text', text: words, lang, target: context.target }];
  }

  #isHidden(run: Xml): boolean {
    const own = child(child(run, 'w:rPr'), 'w:vanish');
    return own === null ? this.#around.styles.hides(run) : isOn(child(run, 'w:rPr'), 'w:vanish');
  }

  #hidden(run: Xml): UnsettledNode[] {
    if (run.children.some((inner) => textOf(inner).trim() !== '')) this.#around.unread.add('hidden text');
    return [];
  }

  #run(run: Xml, context: RunContext): UnsettledNode[] {
    const lang = this.#around.styles.langOf(run, context.paragraph);
    return run.children.flatMap((inner) => this.#runContent(inner, context, lang));
  }

  #runContent(inner: Xml, context: RunContext, lang: string | null): UnsettledNode[] {
    switch (inner.name) {
      case 'w:fldChar':
        this.#fieldMark(inner.attributes.get('w:fldCharType') ?? '');
        return [];
      case 'w:instrText': {
        const field = this.#fields.at(-1);
        if (field !== undefined) field.instruction += inner.text;
        return [];
      }
      case 'mc:AlternateContent': {
        const chosen = child(inner, 'mc:Choice') ?? child(inner, 'mc:Fallback');
        return (chosen?.children ?? []).flatMap((content) => this.#runContent(content, context, lang));
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const kind = inner.name === 'w:footnoteReference' ? 'footnotes' : 'endnotes';
        const note: NoteReference = { kind, id: inner.attributes.get('w:id') ?? '' };
        context.notes.push(note);
        const label = this.#around.labelOf(note) ?? '';
        return [{ role: 'reference', certain: true, parts: [{ role: 'text', text: label, lang, target: null }] }];
      }
    }
    if (this.#fields.some((field) => !field.inResult || isIndex(field))) return [];
    this.#listed ||= this.#fields.some(isContents);
    const target = this.#fields.reduce((found, field) => hyperlinkOf(field.instruction) ?? found, context.target);
    if (inner.name === 'w:object') this.#around.unread.add('embedded object');
    if (inner.name === 'w:drawing' || inner.name === 'w:pict') return this.#picture(inner, lang, target);
    const text = textOf(inner);
    return text === '' ? [] : [{ role: 'text', text, lang, target }];
  }

  #fieldMark(type: string): void {
    if (type === 'begin') guardDepth(this.#fields.push({ instruction: '', inResult: false }));
    const ended = type === 'end' ? this.#fields.pop() : undefined;
    if (ended !== undefined && isFormField(ended)) this.#around.unread.add('form field');
    const field = this.#fields.at(-1);
    if (type === 'separate' && field !== undefined) field.inResult = true;
  }

  /** A text box gives its text, any other drawing its alternative text, decoration nothing. */
  #picture(drawing: Xml, lang: string | null, target: string | null): UnsettledNode[] {
    const inside = [...within(drawing)];
    const box = inside.find(({ name }) => name === 'w:txbxContent');
    if (box !== undefined) return [{ role: 'group', parts: this.#around.blocks(box) }];
    if (inside.some(({ name }) => name === 'wp15:webVideoPr')) this.#around.unread.add('video or sound');
    const properties = inside.find(({ name }) => name === 'wp:docPr' || name === 'v:shape');
    const decoration = inside.find(({ name }) => name === 'adec:decorative');
    if (properties === undefined || ['1', 'true'].includes(decoration?.attributes.get('val') ?? '')) return [];
    const { attributes } = properties;
    const alt =
      sayWords(attributes.get('descr')) ?? sayWords(attributes.get('title')) ?? sayWords(attributes.get('alt'));
    const link = child(properties, 'a:hlinkClick');
    return [{ role: 'figure', alt, lang, target: link === null ? target : this.#targetOf(link) }];
  }

  #targetOf(link: Xml): string | null {
    const id = link.attributes.get('r:id');
    const address = id === undefined ? null : readable(this.#around.parts.external(this.#around.part, id));
    const anchor = link.attributes.get('w:anchor');
    return address ?? (anchor === undefined ? null : `#${anchor}`);
  }
}

interface RunContext {
  readonly paragraph: Xml;
  readonly target: string | null;
  readonly notes: NoteReference[];
}

function textOf(content: Xml): string {
  switch (content.name) {
    case 'w:t':
      return content.text;
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return ' ';
    case 'w:noBreakHyphen':
      return '-';
    default:
      return '';
  }
}

/** An index is made from the text, not said by the document. */
const isIndex = ({ instruction }: Field): boolean => /^\s*INDEX\b/i.test(instruction);

const isContents = ({ instruction }: Field): boolean => /^\s*TOC\b/i.test(instruction);

/** A box to tick and a list to choose from: what they are set to is not text. */
const isFormField = ({ instruction }: Field): boolean => /^\s*FORM(?:CHECKBOX|DROPDOWN)\b/i.test(instruction);

/** The target of a HYPERLINK field (17.16.5.25). */
function hyperlinkOf(instruction: string): string | null {
  const [, anchored, argument] = /^\s*HYPERLINK\s+(\\l\s+)?"([^"]*)"/i.exec(instruction) ?? [];
  if (argument === undefined) return null;
  return anchored === undefined ? readable(argument) : `#${argument}`;
}
