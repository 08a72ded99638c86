/** What stands within a paragraph that people have worked on: words with their marks, anchors, fields, tracked changes. */
import { guardDepth } from '../depth.ts';
import type { ManuscriptRun, Revision, Thing } from './manuscript.ts';
import { drawingOf, objectOf, saysNothing, textBox } from './objects.ts';
import { anchorOf } from './origin.ts';
import { child, isOn, type Package, propertyOf, within, type Xml } from './package.ts';
import {
  type CommentRange,
  type Context,
  calledAs,
  type Field,
  joined,
  linkOf,
  noteContext,
  otherOf,
  type Read,
  revisionOf,
  textOf,
  trimmed,
} from './run-facts.ts';

const object = '\uFFFC';

export class RunReader {
  /** By the ids of comments. */
  readonly ranges = new Map<string, CommentRange>();
  readonly #parts: Package;
  readonly #box: (box: Xml) => void;
  readonly #media: Map<string, Uint8Array>;
  #root: Xml;
  #open = new Map<string, number>();
  readonly #comments = new Set<string>();
  readonly #fields: Field[] = [];
  readonly #notes = new Map<string, ReadonlyMap<string, Xml>>();
  #runs: ManuscriptRun[] = [];
  #revisions: Revision[] = [];
  #paragraph = 0;

  /** `root` is of the part that is read; `box` takes what stands in a text box; `media` gets the bytes of pictures. */
  constructor(parts: Package, root: Xml, box: (box: Xml) => void, media: Map<string, Uint8Array>) {
    this.#parts = parts;
    this.#root = root;
    this.#box = box;
    this.#media = media;
  }

  read(paragraph: Xml, number: number): Read {
    [this.#runs, this.#revisions, this.#paragraph] = [[], [], number];
    this.#children(paragraph, { part: 'document', target: null, revision: null, gone: false });
    const read = { runs: this.#runs, revisions: joined(this.#revisions) };
    [this.#runs, this.#revisions] = [[], []];
    return read;
  }

  /** The start or the end of a bookmark, where it stands between paragraphs too. */
  bookmark(element: Xml): void {
    const id = element.attributes.get('w:id') ?? '';
    const anchor = element.name === 'w:bookmarkStart' ? anchorOf(element) : null;
    if (anchor !== null) this.#open.set(id, anchor);
    else if (element.name === 'w:bookmarkEnd') this.#open.delete(id);
  }

  /** What stands between paragraphs and is none. */
  object(element: Xml): readonly ManuscriptRun[] {
    const thing = objectOf(element, this.#root, this.#parts);
    return [{ ...this.#plain(noteContext), text: object, thing }];
  }

  commentMark(element: Xml, paragraph: number): void {
    const id = element.attributes.get('w:id') ?? '';
    if (element.name === 'w:commentRangeEnd') this.#comments.delete(id);
    else {
      this.#comments.add(id);
      this.ranges.set(id, { quote: '', anchor: null, paragraph });
    }
  }

  #children(element: Xml, context: Context): void {
    for (const inner of element.children) this.#inline(inner, context);
  }

  #inline(element: Xml, context: Context): void {
    switch (element.name) {
      case 'w:bookmarkStart':
      case 'w:bookmarkEnd':
        this.bookmark(element);
        return;
      case 'w:commentRangeStart':
      case 'w:commentRangeEnd':
        this.commentMark(element, this.#paragraph);
        return;
      case 'w:r':
        this.#run(element, context);
        return;
      case 'w:hyperlink':
        this.#children(element, { ...context, target: this.#targetOf(element, context) });
        return;
      case 'w:fldSimple': {
        const before = this.#runs.length;
        this.#children(element, context);
        this.#asField(element.attributes.get('w:instr') ?? '', before, context);
        return;
      }
      case 'w:ins':
      case 'w:moveTo':
        this.#children(element, {
          ...context,
          revision: revisionOf(element, element.name === 'w:ins' ? 'insertion' : 'move'),
        });
        return;
      case 'w:del':
      case 'w:moveFrom': {
        const type = element.name === 'w:del' ? 'deletion' : 'move';
        this.#children(element, { ...context, gone: true, revision: revisionOf(element, type) });
        return;
      }
      case 'mc:AlternateContent':
        this.#children(child(element, 'mc:Choice') ?? child(element, 'mc:Fallback') ?? element, context);
        return;
      case 'm:oMath':
      case 'm:oMathPara':
      case 'w:contentPart':
      case 'w:subDoc':
        this.#put(objectOf(element, this.#root, this.#parts), context);
        return;
      case 'w:pPr':
      case 'w:sdtPr':
      case 'w:sdtEndPr':
      case 'w:rPr':
        return;
      default:
        this.#children(element, context);
        return;
    }
  }

  /** A field that Word counts or quotes is one thing; a link by a field is a link. */
  #asField(instruction: string, before: number, context: Context): void {
    const link = linkOf(instruction);
    const inside = this.#runs.splice(before);
    if (link !== null) this.#runs.push(...inside.map((run) => ({ ...run, target: run.target ?? link })));
    else if (!context.gone) {
      const text = inside.map((run) => run.text).join('');
      const thing: Thing = { type: 'field', instruction: instruction.trim().split(/\s+/).slice(0, 2).join(' '), text };
      this.#runs.push({ ...this.#plain(context), ...(inside[0] ?? {}), text: object, thing });
    }
  }

  #put(thing: Extract<Thing, { type: 'object' }>, context: Context): void {
    if (context.revision !== null) this.#revisions.push({ ...context.revision, text: `[${thing.name}]` });
    if (!context.gone) this.#runs.push({ ...this.#plain(context), text: object, thing });
  }

  #plain({ target }: Context): ManuscriptRun {
    const anchor = [...this.#open.values()].at(-1) ?? null;
    return { text: '', strong: false, emphasis: false, target, anchor, other: '', thing: null };
  }

  #run(run: Xml, context: Context): void {
    const properties = child(run, 'w:rPr');
    if (isOn(properties, 'w:vanish')) {
      const words = run.children.map(textOf).join('');
      if (words !== '') this.#put({ type: 'object', name: 'hidden words', words, sum: words }, context);
      return;
    }
    const changed = child(properties, 'w:rPrChange');
    const style = propertyOf(properties, 'w:rStyle');
    const emphasis = style === 'Emphasis' || isOn(properties, 'w:i');
    const strong = style === 'Strong' || (isOn(properties, 'w:b') && style !== 'Emphasis');
    const marks = { ...this.#plain(context), strong, emphasis, other: otherOf(properties) };
    for (const content of run.children) this.#content(content, marks, context, changed);
  }

  #content(content: Xml, marks: ManuscriptRun, context: Context, changed: Xml | null): void {
    if (content.name === 'w:fldChar') {
      this.#fieldMark(content.attributes.get('w:fldCharType') ?? '', context);
      return;
    }
    const field = this.#fields.at(-1);
    if (content.name === 'w:instrText') {
      if (field !== undefined) field.instruction += content.text;
      return;
    }
    if (content.name === 'mc:AlternateContent') {
      const chosen = child(content, 'mc:Choice') ?? child(content, 'mc:Fallback');
      for (const inner of chosen?.children ?? []) this.#content(inner, marks, context, changed);
      return;
    }
    if (field !== undefined && !field.inResult) return;
    const thing = this.#thing(content, context);
    const text = thing === null ? textOf(content) : object;
    if (text === '') return;
    const isLinked = this.#fields.reduce<string | null>(
      (found, each) => linkOf(each.instruction) ?? found,
      marks.target,
    );
    const words = thing === null ? text : calledAs(thing, text);
    if (context.revision !== null) this.#revisions.push({ ...context.revision, text: words });
    else if (changed !== null) this.#revisions.push({ ...revisionOf(changed, 'format'), text: words });
    if (context.gone) return;
    const run = { ...marks, target: isLinked, text, thing };
    const held = this.#fields.find(({ instruction }) => linkOf(instruction) === null);
    if (held !== undefined) held.text += words;
    else this.#runs.push(run);
    for (const id of this.#comments) {
      const range = this.ranges.get(id);
      if (range === undefined) continue;
      if (range.quote === '') range.paragraph = this.#paragraph;
      range.anchor ??= run.anchor;
      range.quote += thing === null ? text : '';
    }
  }

  #fieldMark(type: string, context: Context): void {
    if (type === 'begin') guardDepth(this.#fields.push({ instruction: '', inResult: false, text: '' }));
    const field = this.#fields.at(-1);
    if (type === 'separate' && field !== undefined) field.inResult = true;
    if (type !== 'end' || field === undefined) return;
    this.#fields.pop();
    const isInner = this.#fields.some(({ instruction }) => linkOf(instruction) === null);
    if (linkOf(field.instruction) !== null || context.gone || isInner) return;
    const instruction = field.instruction.trim().split(/\s+/).slice(0, 2).join(' ');
    const target = this.#fields.reduce<string | null>(
      (found, each) => linkOf(each.instruction) ?? found,
      context.target,
    );
    this.#runs.push({
      ...this.#plain(context),
      target,
      text: object,
      thing: { type: 'field', instruction, text: field.text },
    });
  }

  #thing(content: Xml, context: Context): Thing | null {
    switch (content.name) {
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const part = content.name === 'w:footnoteReference' ? 'footnotes' : 'endnotes';
        return { type: 'note', runs: this.#note(part, content.attributes.get('w:id') ?? '') };
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.#picture(content, context);
      case 'w:commentReference': {
        const id = content.attributes.get('w:id') ?? '';
        const anchor = this.#plain(context).anchor ?? this.#runs.findLast((run) => run.anchor !== null)?.anchor ?? null;
        if (!this.ranges.has(id)) this.ranges.set(id, { quote: '', anchor, paragraph: this.#paragraph });
        return null;
      }
      default:
        return saysNothing.has(content.name) || textOf(content) !== ''
          ? null
          : objectOf(content, this.#root, this.#parts);
    }
  }

  #picture(drawing: Xml, { gone }: Context): Thing | null {
    const boxes = [...within(drawing, textBox)].filter(({ name }) => name === textBox);
    for (const box of gone ? [] : boxes) {
      const kept = [this.#runs, this.#revisions, this.#open] as const;
      // Words in a box are none of the text that it stands in.
      this.#open = new Map();
      this.#box(box);
      [this.#runs, this.#revisions, this.#open] = kept;
    }
    const thing = drawingOf(drawing, this.#root, this.#parts, this.#media);
    return boxes.length > 0 && thing.type === 'object' ? null : thing;
  }

  #note(part: 'footnotes' | 'endnotes', id: string): readonly ManuscriptRun[] {
    const known =
      this.#notes.get(part) ??
      new Map((this.#parts.related(part)?.children ?? []).map((note) => [note.attributes.get('w:id') ?? '', note]));
    this.#notes.set(part, known);
    const note = known.get(id);
    if (note === undefined) return [];
    const [runs, revisions, root] = [this.#runs, this.#revisions, this.#root];
    [this.#runs, this.#revisions, this.#root] = [[], revisions, this.#parts.related(part) ?? root];
    for (const paragraph of note.children) {
      if (this.#runs.length > 0) this.#runs.push({ ...this.#plain(noteContext), text: ' ' });
      this.#children(paragraph, { ...noteContext, part });
    }
    const inner = this.#runs;
    [this.#runs, this.#root] = [runs, root];
    return trimmed(inner);
  }

  #targetOf(link: Xml, { part, target }: Context): string | null {
    const id = link.attributes.get('r:id');
    const anchor = link.attributes.get('w:anchor');
    const address = id === undefined ? null : this.#parts.external(part, id);
    if (address !== null) return anchor === undefined ? address : `${address}#${anchor}`;
    return anchor === undefined ? target : `#${anchor}`;
  }
}
