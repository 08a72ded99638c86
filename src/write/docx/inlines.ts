/** Text: runs with their languages, hyperlinks and bookmarks. */
import { createHash } from 'node:crypto';
import {
  Bookmark,
  BookmarkEnd,
  BookmarkStart,
  ConcreteHyperlink,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  Run,
  SimpleField,
  SoftHyphen,
  TextRun,
  type XmlComponent,
} from 'docx';
import { languageOf, localeOf } from '../../language/languages.ts';
import { readableAddress, uriOf } from '../../model/address.ts';
import type { Inline, Inlines, Lang, Link, Note, Target } from '../../model/document.ts';
import { plain } from '../../model/walk.ts';
import type { ColorName } from '../../theme/theme.ts';
import { editionFile } from '../targets.ts';
import { beforeMark, isSlanted, softHyphen } from '../typesetting.ts';
import { attributes, element } from './elements.ts';
import { field } from './fields.ts';
import { referenceParts } from './references.ts';
import type { Story } from './story.ts';
import { hex } from './units.ts';
import { shield } from './xml.ts';

/** How text is set, from the outside in. */
export interface RunFormat {
  readonly lang: Lang;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  readonly link?: boolean;
  /** On navy, where links are white. */
  readonly light?: boolean;
  /** The colour of all, where their ground has one: links and numbers of notes too. */
  readonly words?: ColorName | null;
  /** A character style of ours for the whole. */
  readonly style?: string;
  /** Whether it is bold, where its paragraph's style says otherwise. */
  readonly bold?: boolean;
  /** In half points, where it is not that of the paragraph's style. */
  readonly size?: number;
}

/** Words where they are said, with the way back to the data that they are from. */
export function runs(inlines: Inlines, setting: RunFormat, story: Story): ParagraphChild[] {
  for (const { note, before } of marksIn(inlines)) story.beforeMarks.set(note, before);
  return story.anchors.around(
    inlines,
    (part) => bareRuns(part, setting, story),
    () => story.next(),
  );
}

/** Each mark of a note with what stands between it and the words or the mark behind which it is. */
function marksIn(inlines: Inlines): { readonly note: Note; readonly before: string }[] {
  const marks: { readonly note: Note; readonly before: string }[] = [];
  let behind = '';
  const visit = (node: Inline): void => {
    if (node.type === 'note') {
      marks.push({ note: node, before: beforeMark(behind) });
      // Two marks in a row are else one number.
      behind = '1';
    } else if (node.type === 'text') behind = node.value.at(-1) ?? behind;
    else if ('children' in node) node.children.forEach(visit);
  };
  inlines.forEach(visit);
  return marks;
}

/** Words within others, or quoted from where they are said. */
export function bareRuns(inlines: Inlines, setting: RunFormat, story: Story): ParagraphChild[] {
  return inlines.flatMap((node) => inline(node, { ...setting, lang: node.lang ?? setting.lang }, story));
}

function inline(node: Inline, setting: RunFormat, story: Story): ParagraphChild[] {
  switch (node.type) {
    case 'text':
      return node.value === '' ? [] : [textRun(node.value, setting, story)];
    case 'strong':
      return bareRuns(node.children, { ...setting, strong: true }, story);
    case 'emphasis':
      return bareRuns(node.children, { ...setting, emphasis: true }, story);
    case 'span':
      return bareRuns(node.children, setting, story);
    case 'link':
      return [hyperlink(node.target, linkWords(node, { ...setting, link: true }, story), story)];
    case 'lineBreak':
      return [new TextRun({ break: 1 })];
    case 'abbreviation':
      return bareRuns(node.children, setting, story);
    case 'missing':
      return [new MissingValue(node.words, textRun(plain(node.children), setting, story))];
    case 'note':
      return [note(node, setting, story)];
    default:
      return node satisfies never;
  }
}

/** The words of a link: where they are those of a reference, a field says them, which follows what it names. */
function linkWords({ target, children }: Link, setting: RunFormat, story: Story): ParagraphChild[] {
  const [only] = children;
  const isReference = target.type === 'place' && children.length === 1 && only?.type === 'text';
  const parts = isReference ? referenceParts(only.value, target.id.value, story.places) : null;
  if (parts === null) return bareRuns(children, setting, story);
  return parts.map((part) => {
    const words = textRun(part.text, setting, story);
    return part.instruction === null ? words : field(`${part.instruction} \\h \\* MERGEFORMAT`, words);
  });
}

/** A control around the dash, with the words as its title: Word has no other words for the ear within a line. */
class MissingValue extends SimpleField {
  readonly #control: XmlComponent;

  constructor(words: string, dash: TextRun) {
    super('');
    const properties = element(
      'w:sdtPr',
      {},
      element('w:alias', { 'w:val': shield(words) }),
      // Our outline knows it by this name.
      element('w:tag', { 'w:val': 'missing-value' }),
      element('w:lock', { 'w:val': 'sdtContentLocked' }),
    );
    this.#control = element('w:sdt', {}, properties, element('w:sdtContent', {}, dash));
  }

  override prepForXml(context: Parameters<SimpleField['prepForXml']>[0]) {
    return this.#control.prepForXml(context);
  }
}

/** A real footnote. Word counts them in the order in which they are referred to, as the reader of the markup has done. */
function note(node: Note, { lang, words = null }: RunFormat, story: Story): ParagraphChild {
  const { children } = node;
  const id = story.notes.size + 1;
  // Its place is taken first: a note is counted before one that stands in its text.
  story.notes.set(id, new Paragraph({}));
  const text = [new TextRun(' '), ...runs(children, { lang }, story)];
  story.notes.set(id, new Paragraph({ style: 'FootnoteText', children: text }));
  const before = story.beforeMarks.get(node) ?? '';
  const color = words === null ? {} : { color: hex(story.theme, words) };
  return new ReferenceMark(id, { ...color, ...(before === '' ? {} : { text: before }) });
}

/** A reference to a footnote, with what keeps it apart from a number in its own style. */
class ReferenceMark extends Run {
  constructor(id: number, format: Pick<IRunOptions, 'color' | 'text'>) {
    super({ style: 'FootnoteReference', ...format });
    this.root.push(element('w:footnoteReference', { 'w:id': id }));
  }
}

/** A run of text. Bold and italic also stand on the run: in two styles at once they would cancel out (17.7.3). */
export function textRun(text: string, setting: RunFormat, story: Story): TextRun {
  const { lang, strong, emphasis, link, light, words = null, style, bold: own, size } = setting;
  const slanted = emphasis && isSlanted(languageOf(lang), story.theme);
  const bold = own ?? (strong || (emphasis && !slanted));
  const name = link
    ? light
      ? 'HyperlinkLight'
      : 'Hyperlink'
    : (style ?? (emphasis ? 'Emphasis' : strong ? 'Strong' : undefined));
  return new TextRun({
    children: childrenOf(text),
    ...(name === undefined ? {} : { style: name }),
    ...(size === undefined ? {} : { size }),
    ...(words === null ? {} : inWords(hex(story.theme, words), link)),
    ...(bold || own !== undefined ? { bold } : {}),
    ...(emphasis ? { italics: slanted ?? false } : {}),
    ...(lang === story.document.lang ? {} : { language: { value: localeOf(lang) } }),
  });
}

function inWords(color: string, link = false): Pick<IRunOptions, 'color' | 'underline'> {
  return { color, ...(link ? { underline: { type: 'single', color } } : {}) };
}

/** Word shows the character U+00AD as a hyphen wherever it stands; its own optional hyphen (17.3.3.29) shows at a line end. */
function childrenOf(text: string): (string | SoftHyphen)[] {
  return shield(text)
    .split(softHyphen)
    .flatMap((part, index) => [...(index === 0 ? [] : [new SoftHyphen()]), ...(part === '' ? [] : [part])]);
}

export function hyperlink(target: Target, children: readonly ParagraphChild[], story: Story): ParagraphChild {
  const id = `Link${story.next()}`;
  if (target.type === 'place') return new Hyperlink(children, id, { anchor: bookmarkName(target.id.value) });
  if (target.type === 'web') return new Hyperlink(children, id, { address: target.href.value });
  // A relationship names a file as an address does.
  const file = target.type === 'file' ? target.file.value : editionFile(story.job, target.edition.value, 'docx');
  return new Hyperlink(children, id, { address: encodeURIComponent(file) });
}

/** A link within the document, to a bookmark. */
export function jump(anchor: string, children: readonly ParagraphChild[], story: Story): ParagraphChild {
  return new Hyperlink(children, `Link${story.next()}`, { anchor });
}

/** The tip that Word shows over a link, at most 260 characters: the address, as it can't be seen on the page. */
const longestTip = 255;

/** docx's own hyperlinks have random ids and no tips. The address is kept whole, with its fragment. */
class Hyperlink extends ConcreteHyperlink {
  readonly #to: { readonly anchor: string } | { readonly address: string };

  constructor(children: readonly ParagraphChild[], id: string, to: { anchor: string } | { address: string }) {
    super(children, id);
    this.#to = to;
    this.root[0] = attributes({
      'r:id': 'address' in to ? `rId${id}` : undefined,
      'w:anchor': 'anchor' in to ? to.anchor : undefined,
      'w:tooltip': 'address' in to && to.address.length <= longestTip ? shield(readableAddress(to.address)) : undefined,
      'w:history': 1,
    });
  }

  override prepForXml(context: Parameters<ConcreteHyperlink['prepForXml']>[0]) {
    if ('address' in this.#to) {
      const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
      context.viewWrapper.Relationships.addRelationship(this.linkId, type, uriOf(this.#to.address), 'External');
    }
    return super.prepForXml(context);
  }
}

/** A place that links can name, around the text of a heading or caption. */
export function bookmark(id: string, children: readonly ParagraphChild[], story: Story): ParagraphChild {
  const entry = story.places.entry(id);
  return mark(bookmarkName(id), entry === null ? children : [mark(entry, children, story)], story);
}

/** What a reference says of a place. */
export function referred(id: string, children: readonly ParagraphChild[], story: Story): ParagraphChild {
  return mark(story.places.reference(id), children, story);
}

function mark(name: string, children: readonly ParagraphChild[], story: Story): ParagraphChild {
  return new NumberedBookmark(name, story.next(), children);
}

/** docx counts bookmarks through all documents of a process; this one counts in its own. */
class NumberedBookmark extends Bookmark {
  override readonly start: BookmarkStart;
  override readonly end: BookmarkEnd;

  constructor(name: string, number: number, children: readonly ParagraphChild[]) {
    super({ id: name, children });
    this.start = new BookmarkStart(name, number);
    this.end = new BookmarkEnd(number);
  }
}

/** Word cuts names at 40 characters; a longer one is told by its hash, as pandoc does. */
function bookmarkName(id: string): string {
  return id.length <= 40 ? id : `X${createHash('sha1').update(id).digest('hex').slice(1)}`;
}
