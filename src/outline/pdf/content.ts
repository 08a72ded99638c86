/**
 * The text of a page by marked-content identifier (ISO 32000-1, 14.6 and 14.7.4.2), in the order in which it is painted,
 * with the places of its lines.
 */
import { PDFArray, type PDFDict, PDFName, type PDFPage, type PDFRawStream, PDFStream } from '@cantoo/pdf-lib';
import { type Refused, refusal } from '../../diagnostics.ts';
import { dictionaryAt, dictionaryOf, streamBytes } from '../../finished/pdf/objects.ts';
import { Interpreter, isForm } from '../../finished/pdf/paint/interpreter.ts';
import { Layers } from '../../finished/pdf/paint/layers.ts';
import { type Mark, unmarked } from '../../finished/pdf/paint/marks.ts';
import { Shared } from '../../finished/pdf/paint/shared.ts';
import { firstState, type State } from '../../finished/pdf/paint/state.ts';
import type { ShownText } from '../../finished/pdf/paint/texts.ts';
import { identity, type Matrix } from '../../matrix.ts';
import { type Chunk, type Position, startsLine } from './lines.ts';

export type Marked = ReadonlyMap<number, readonly Chunk[]>;

/** Reads streams of content; fonts are decoded once for all pages. */
export class MarkedContentReader {
  readonly #shared: Shared;
  readonly #hidden = new Set<Mark>();

  constructor(catalog: PDFDict) {
    this.#shared = new Shared(new Layers(catalog), { work: 50_000_000, refuse: tooMuch });
  }

  /** How many stretches of text were met that a layer hides. */
  get hidden(): number {
    return this.#hidden.size;
  }

  page(page: PDFPage): Marked {
    const contents = page.node.Contents();
    const streams =
      contents instanceof PDFArray ? contents.asArray().map((ref) => page.node.context.lookup(ref)) : [contents];
    // Not `Resources()`, which throws for a damaged dictionary.
    const resources = page.node.context.lookup(page.node.getInheritableAttribute(PDFName.of('Resources')));
    return this.#read(
      page.node,
      streams.filter((stream) => stream instanceof PDFStream),
      dictionaryOf(resources),
    );
  }

  /** Marked content of a form XObject's own (MCR with Stm). */
  form(form: PDFRawStream): Marked {
    return this.#read(form, [form], dictionaryAt(form.dict, 'Resources'));
  }

  #read(page: object, streams: readonly PDFStream[], resources: PDFDict | null): Marked {
    const marked = new Map<number, Chunk[]>();
    const found = { marked, page, hidden: this.#hidden };
    new TextReader(found, firstState(identity, everywhere), this.#shared, 0, unmarked).readAll(streams, resources);
    return marked;
  }
}

/** In operators: unpacking and reading a form again costs more than what it shows. */
const formCost = 200;

/** Nothing is cut off: what a page says is read wherever it stands. */
const everywhere = { left: -1e9, bottom: -1e9, right: 1e9, top: 1e9 };

function tooMuch(): Refused {
  const message = 'The pages of the PDF have more than 50 million operators and characters.';
  return refusal('outline-too-large', null, message, 'Split the file into parts.');
}

interface Found {
  readonly marked: Map<number, Chunk[]>;
  readonly page: object;
  /** Where text is that a layer hides. */
  readonly hidden: Set<Mark>;
}

class TextReader extends Interpreter {
  readonly #found: Found;
  readonly #marked: Map<number, Chunk[]>;
  readonly #page: object;

  constructor(found: Found, state: State, shared: Shared, depth: number, around: Mark) {
    super(shared, state, depth, around);
    this.#found = found;
    [this.#marked, this.#page] = [found.marked, found.page];
  }

  protected override unpack(stream: PDFStream): Uint8Array {
    return streamBytes(stream);
  }

  /** Only words are read. */
  protected override paint(): boolean {
    return false;
  }

  protected override paintObject(object: PDFRawStream, resources: PDFDict | null): void {
    const { mark } = this;
    if (!isForm(object) || mark.mcid === null) return;
    if (this.shared.layers?.isOff(object.dict) === true) {
      this.#found.hidden.add(mark);
      return;
    }
    this.shared.spend(formCost);
    this.readForm(object, resources, this.state, (state) => {
      return new TextReader(this.#found, state, this.shared, this.depth + 1, mark);
    });
  }

  protected override show({ matrix, glyphs }: ShownText): void {
    const { mark } = this;
    if (mark.hidden) {
      if (mark.mcid !== null) this.#found.hidden.add(mark);
      return;
    }
    const position = this.#position(matrix);
    if (mark.actual === null) this.#add(mark, glyphs, position);
    else this.#say(mark, mark.actual, position);
  }

  protected override closed(mark: Mark): void {
    const isOwn = mark.actual !== this.mark.actual;
    if (mark.actual?.isRead === false && isOwn && !mark.hidden)
      this.#say(mark, mark.actual, this.#position(this.place));
  }

  /**
   * The text that stands for glyphs, once. Glyphs whose text is openly nothing are a hyphen that only shows where a word is
   * broken; or, where they begin a line, the rest of a word that was said whole before: then no line ends there.
   */
  #say(mark: Mark, actual: NonNullable<Mark['actual']>, position: Position): void {
    if (actual.isRead || actual.text !== '') {
      this.#add(mark, actual.isRead ? '' : actual.text, position);
      actual.isRead = true;
      return;
    }
    actual.isRead = true;
    const last = mark.mcid === null ? undefined : this.#marked.get(mark.mcid)?.at(-1);
    this.#add(mark, last !== undefined && startsLine(last.last, position) ? '' : '\u00AD', position);
  }

  #add(mark: Mark, text: string, position: Position): void {
    if (mark.mcid === null) return;
    const chunks = this.#marked.get(mark.mcid) ?? [];
    this.#marked.set(mark.mcid, chunks);
    const last = chunks.at(-1);
    if (text === '') {
      if (last !== undefined) last.last = position;
    } else if (last === undefined || last.lang !== mark.lang || startsLine(last.last, position)) {
      chunks.push({ text, lang: mark.lang, first: position, last: position });
    } else {
      last.text += text;
      last.last = position;
    }
  }

  #position([a, b, c, d, x, y]: Matrix): Position {
    const length = Math.hypot(a, b) || 1;
    const size = this.state.size * Math.hypot(c, d);
    return { page: this.#page, x, y, along: [a / length, b / length], size, reversed: this.mark.reversed };
  }
}
