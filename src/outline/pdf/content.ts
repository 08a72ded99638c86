/**
 * The text of a page by marked-content identifier (ISO 32000-1, 14.6 and 14.7.4.2), in the order in which it is painted,
 * with the places of its lines.
 */
import { PDFArray, type PDFDict, PDFName, type PDFPage, PDFRawStream, PDFStream } from '@cantoo/pdf-lib';
import { type Decode, fontDecoder } from '../../finished/pdf/font.ts';
import { operations, type Value } from '../../finished/pdf/lexer.ts';
import {
  dictionaryAt,
  dictionaryOf,
  lookup,
  nameAt,
  numberAt,
  numbersOf,
  streamBytes,
  stringAt,
  textString,
} from '../../finished/pdf/objects.ts';
import { identity, type Matrix, multiply } from '../../matrix.ts';
import { type Chunk, type Spot, startsLine } from './lines.ts';

export type Marked = ReadonlyMap<number, readonly Chunk[]>;

/** One BMC or BDC that is open. */
interface Mark {
  readonly mcid: number | null;
  readonly lang: string | null;
  /** Text that stands for all glyphs within; said once, at the first of them. */
  actual: { readonly text: string; said: boolean } | null;
}

interface Graphics {
  readonly matrix: Matrix;
  readonly font: Decode;
  readonly size: number;
  readonly leading: number;
}

/** Form XObjects in form XObjects, at most. */
const deepestForm = 12;

/** Reads streams of content; fonts are decoded once for all pages. */
export class ContentReader {
  readonly #fonts = new Map<PDFDict, Decode>();

  page(page: PDFPage): Marked {
    const contents = page.node.Contents();
    const streams =
      contents instanceof PDFArray ? contents.asArray().map((ref) => page.node.context.lookup(ref)) : [contents];
    const bytes = streams.flatMap((stream) => (stream instanceof PDFStream ? [streamBytes(stream), newline] : []));
    const run = new Run(page.node, this.#decoder);
    // Not `Resources()`, which throws for a damaged dictionary.
    const resources = page.node.context.lookup(page.node.getInheritableAttribute(PDFName.of('Resources')));
    run.stream(Buffer.concat(bytes), dictionaryOf(resources), 0);
    return run.marked;
  }

  /** Marked content of a form XObject's own (MCR with Stm). */
  form(form: PDFRawStream): Marked {
    const run = new Run(form, this.#decoder);
    run.stream(streamBytes(form), dictionaryAt(form.dict, 'Resources'), 0);
    return run.marked;
  }

  readonly #decoder = (font: PDFDict): Decode => {
    const known = this.#fonts.get(font);
    if (known !== undefined) return known;
    const decode = fontDecoder(font);
    this.#fonts.set(font, decode);
    return decode;
  };
}

/** Streams of a page's contents are read as one with white space between (7.8.2). */
const newline = Uint8Array.of(10);

class Run {
  readonly marked = new Map<number, Chunk[]>();
  readonly #page: object;
  readonly #decoder: (font: PDFDict) => Decode;
  readonly #marks: Mark[] = [];
  #graphics: Graphics = { matrix: identity, font: () => '', size: 1, leading: 0 };
  #saved: Graphics[] = [];
  #text: Matrix = identity;
  #line: Matrix = identity;

  constructor(page: object, decoder: (font: PDFDict) => Decode) {
    this.#page = page;
    this.#decoder = decoder;
  }

  stream(bytes: Uint8Array, resources: PDFDict | null, depth: number): void {
    for (const [operator, operands] of operations(bytes)) {
      switch (operator) {
        case 'BMC':
        case 'BDC':
          this.#open(operands, resources, depth);
          break;
        case 'EMC':
          this.#close();
          break;
        case 'Tf':
          this.#setFont(operands, resources);
          break;
        case 'Do':
          this.#paint(operands[0], resources, depth);
          break;
        default:
          this.#graphicsOperator(operator, operands);
      }
    }
  }

  #graphicsOperator(operator: string, operands: readonly Value[]): void {
    switch (operator) {
      case 'q':
        this.#saved.push(this.#graphics);
        break;
      case 'Q':
        this.#graphics = this.#saved.pop() ?? this.#graphics;
        break;
      case 'cm':
        this.#graphics = { ...this.#graphics, matrix: multiply(matrixOf(operands), this.#graphics.matrix) };
        break;
      case 'BT':
        this.#text = this.#line = identity;
        break;
      case 'Tm':
        this.#text = this.#line = matrixOf(operands);
        break;
      case 'TL':
        this.#graphics = { ...this.#graphics, leading: number(operands[0]) };
        break;
      case 'TD':
        this.#graphics = { ...this.#graphics, leading: -number(operands[1]) };
        this.#move(number(operands[0]), number(operands[1]));
        break;
      case 'Td':
        this.#move(number(operands[0]), number(operands[1]));
        break;
      case 'T*':
        this.#move(0, -this.#graphics.leading);
        break;
      case "'":
      case '"':
        this.#move(0, -this.#graphics.leading);
        this.#show([operands.at(-1) ?? null]);
        break;
      case 'Tj':
      case 'TJ':
        this.#show(Array.isArray(operands[0]) ? operands[0] : operands);
        break;
    }
  }

  #move(x: number, y: number): void {
    this.#text = this.#line = multiply([1, 0, 0, 1, x, y], this.#line);
  }

  #setFont([name, size]: readonly Value[], resources: PDFDict | null): void {
    const fonts = resources && dictionaryAt(resources, 'Font');
    const font = fonts && typeof name === 'string' ? dictionaryAt(fonts, name) : null;
    if (font !== null) this.#graphics = { ...this.#graphics, font: this.#decoder(font), size: number(size) };
  }

  #open([, properties]: readonly Value[], resources: PDFDict | null, depth: number): void {
    const found = propertiesOf(properties, resources);
    const outer = this.#marks.at(-1);
    // The identifiers in a form that a page paints are the form's, not the page's.
    const mcid = depth === 0 ? found.mcid : null;
    this.#marks.push({
      mcid: mcid ?? outer?.mcid ?? null,
      lang: found.lang ?? outer?.lang ?? null,
      actual: outer?.actual ?? (found.actual === null ? null : { text: found.actual, said: false }),
    });
  }

  #paint(name: Value | undefined, resources: PDFDict | null, depth: number): void {
    const forms = resources && dictionaryAt(resources, 'XObject');
    const form = forms && typeof name === 'string' ? lookup(forms, name) : null;
    if (!(form instanceof PDFRawStream) || nameAt(form.dict, 'Subtype') !== 'Form' || depth >= deepestForm) return;
    if (this.#marks.at(-1)?.mcid == null) return;
    const [graphics, saved, text, line] = [this.#graphics, this.#saved, this.#text, this.#line];
    const matrix = lookup(form.dict, 'Matrix');
    const own = matrix instanceof PDFArray ? matrixOf(numbersOf(matrix)) : identity;
    this.#graphics = { ...graphics, matrix: multiply(own, graphics.matrix) };
    this.#saved = [];
    this.stream(streamBytes(form), dictionaryAt(form.dict, 'Resources') ?? resources, depth + 1);
    [this.#graphics, this.#saved, this.#text, this.#line] = [graphics, saved, text, line];
  }

  #show(pieces: readonly Value[]): void {
    const mark = this.#marks.at(-1);
    if (mark === undefined) return;
    const glyphs = pieces.map((piece) => (piece instanceof Uint8Array ? this.#graphics.font(piece) : '')).join('');
    if (mark.actual === null) this.#add(mark, glyphs);
    else this.#say(mark, mark.actual);
  }

  #close(): void {
    const mark = this.#marks.pop();
    const isOwn = mark?.actual !== this.#marks.at(-1)?.actual;
    if (mark?.actual?.said === false && isOwn) this.#say(mark, mark.actual);
  }

  /**
   * The text that stands for glyphs, once. Glyphs whose text is openly nothing are a hyphen that only shows where a word is
   * broken; or, where they begin a line, the rest of a word that was said whole before: then no line ends there.
   */
  #say(mark: Mark, actual: NonNullable<Mark['actual']>): void {
    if (actual.said || actual.text !== '') {
      this.#add(mark, actual.said ? '' : actual.text);
      actual.said = true;
      return;
    }
    actual.said = true;
    const last = mark.mcid === null ? undefined : this.marked.get(mark.mcid)?.at(-1);
    this.#add(mark, last !== undefined && startsLine(last.last, this.#spot()) ? '' : '\u00AD');
  }

  #add(mark: Mark, text: string): void {
    if (mark.mcid === null) return;
    const spot = this.#spot();
    const chunks = this.marked.get(mark.mcid) ?? [];
    this.marked.set(mark.mcid, chunks);
    const last = chunks.at(-1);
    if (text === '') {
      if (last !== undefined) last.last = spot;
    } else if (last === undefined || last.lang !== mark.lang || startsLine(last.last, spot)) {
      chunks.push({ text, lang: mark.lang, first: spot, last: spot });
    } else {
      last.text += text;
      last.last = spot;
    }
  }

  #spot(): Spot {
    const [a, b, c, d, x, y] = multiply(this.#text, this.#graphics.matrix);
    const length = Math.hypot(a, b) || 1;
    return { page: this.#page, x, y, along: [a / length, b / length], size: this.#graphics.size * Math.hypot(c, d) };
  }
}

function propertiesOf(
  value: Value | undefined,
  resources: PDFDict | null,
): { mcid: number | null; lang: string | null; actual: string | null } {
  if (value instanceof Map) {
    const [mcid, lang, actual] = ['MCID', 'Lang', 'ActualText'].map((key) => value.get(key));
    return { mcid: typeof mcid === 'number' ? mcid : null, lang: stringOf(lang), actual: stringOf(actual) };
  }
  const named = resources && dictionaryAt(resources, 'Properties');
  const properties = named && typeof value === 'string' ? dictionaryAt(named, value) : null;
  if (properties === null) return { mcid: null, lang: null, actual: null };
  return {
    mcid: numberAt(properties, 'MCID'),
    lang: stringAt(properties, 'Lang'),
    actual: stringAt(properties, 'ActualText'),
  };
}

const stringOf = (value: Value | undefined): string | null => (value instanceof Uint8Array ? textString(value) : null);
const number = (value: Value | undefined): number => (typeof value === 'number' ? value : 0);

function matrixOf(values: readonly Value[]): Matrix {
  return [
    number(values[0]),
    number(values[1]),
    number(values[2]),
    number(values[3]),
    number(values[4]),
    number(values[5]),
  ];
}
