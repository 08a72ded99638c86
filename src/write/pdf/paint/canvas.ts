/**
 * Content stream operators (ISO 32000-1, 8 and 9) for one document. pdfkit opens every page with the y axis turned down, so
 * positions here are points from the page's top left.
 */
import type pdfDocumentModule from 'pdfmake/js/PDFDocument.js';
import type { Page, Reference } from 'pdfmake/js/PDFDocument.js';
import { Kept } from '../../../kept.ts';
import { circle } from '../page/ornament.ts';
import type { RunStyle } from '../text/inlines.ts';
import type { LinePiece } from '../text/piece.ts';
import { unitsOf } from './embedded.ts';
import { Glyphs, type Taken } from './glyphs.ts';
import { type Inks, number, screen } from './inks.ts';

type Pdf = InstanceType<typeof pdfDocumentModule.default>;

/** Ornament; page furniture; the head of a table on a later page (14.8.2.2.2). */
export type ArtifactKind = 'Layout' | 'Header' | 'Footer' | 'Watermark' | 'Pagination';

/** How glyphs are painted (9.3.6): filled, along their outlines, or not at all. */
const textModes = { filled: 0, outlined: 1, invisible: 3 } as const;
export type TextMode = keyof typeof textModes;

/** The operators of paths, 2 MB of letters: those of furniture and marks come again on every page of every document. */
const paths = new Kept<string>(2e6, (operators) => operators.length);

export interface PathPaint {
  readonly fill?: string | null;
  readonly stroke?: string | null;
  readonly width?: number;
}

export class Canvas {
  readonly #pdf: Pdf;
  readonly #glyphs: Glyphs;
  readonly #fills = new Map<string, string>();
  readonly #inks: Inks;
  #overprinting: Reference | null = null;

  constructor(pdf: Pdf, inks: Inks = screen) {
    this.#pdf = pdf;
    this.#glyphs = new Glyphs(pdf);
    this.#inks = inks;
  }

  get page(): Page {
    return this.#pdf.page;
  }

  write(operators: string): void {
    this.#pdf.addContent(operators);
  }

  /** Opens marked content that belongs to the structure (14.6). */
  openTagged(type: string, mcid: number): void {
    this.write(`/${type} <</MCID ${mcid}>> BDC`);
  }

  /** Opens what is no part of the document's content: ornament or page furniture (14.8.2.2). */
  openArtifact(kind: ArtifactKind): void {
    const subtype = kind === 'Layout' || kind === 'Pagination' ? '' : ` /Subtype /${kind}`;
    this.write(`/Artifact <</Type /${kind === 'Layout' ? 'Layout' : 'Pagination'}${subtype}>> BDC`);
  }

  /** Opens glyphs that say `text` as a whole, such as a word over several lines (14.9.4). */
  openSaid(text: string): void {
    this.write(`/Span <</ActualText <${utf16(text)}>>> BDC`);
  }

  /** Opens a string whose characters are read from its end (14.8.2.3.3). */
  openReversed(): void {
    this.write('/ReversedChars BMC');
  }

  close(): void {
    this.write('EMC');
  }

  /**
   * The operators that choose the registration colour, which every plate prints (8.6.6.4). It is made when it is first asked
   * for: a file without marks has none.
   */
  registration(): { readonly fill: string; readonly stroke: string } {
    if (this.#pdf.spotColors.All === undefined) this.#pdf.addSpotColor('All', 100, 100, 100, 100);
    const id = this.#pdf.spotColors.All?.id;
    return { fill: `/${id} cs 1 scn`, stroke: `/${id} CS 1 SCN` };
  }

  /** The operator that chooses a tint of a colour's own ink for areas. */
  tint(color: string, tint: number): string {
    return this.#inks.spot(color, this.#pdf, { tint }) ?? this.#inks.fill(color);
  }

  /** A path in the colours that are chosen already; the operator paints it. */
  outline(d: string, operator: 'S' | 'f'): void {
    this.write(this.#traced(d));
    this.write(operator);
  }

  /** Paints a path of the SVG path language; `at` is where its own origin stands. */
  path(d: string, paint: PathPaint, at: readonly [x: number, y: number] | null = null): void {
    const { fill = null, stroke = null, width = 1 } = paint;
    this.write('q');
    if (fill !== null) this.write(this.#fill(fill));
    if (stroke !== null)
      this.write(
        `${this.#inks.spot(stroke, this.#pdf, { stroke: true }) ?? this.#inks.stroke(stroke)} ${number(width)} w`,
      );
    if (at !== null) this.write(`1 0 0 1 ${at.map(number).join(' ')} cm`);
    this.write(this.#traced(d));
    this.write(fill !== null && stroke !== null ? 'B' : fill !== null ? 'f' : 'S');
    this.write('Q');
  }

  /** Paints a circle around a point. All of one radius are one text, which is made once and packs well. */
  circle(x: number, y: number, radius: number, paint: PathPaint): void {
    this.path(circle(0, 0, radius), paint, [x, y]);
  }

  /** The operators of a path, by pdfkit, which writes them straight to the page. */
  #traced(d: string): string {
    return paths.get(d, () => {
      const operators: string[] = [];
      const pdf = this.#pdf;
      pdf.addContent = (operator) => {
        operators.push(operator);
        return pdf;
      };
      pdf.path(d);
      Reflect.deleteProperty(pdf, 'addContent');
      return operators.join('\n');
    });
  }

  /** Round dots of a radius, one every `step` from `x` to the left until before `end`: a dashed line with round ends of no length. */
  dots({ x, end, y, radius, step }: Record<'x' | 'end' | 'y' | 'radius' | 'step', number>, color: string): void {
    const between = Math.ceil((x - end) / step) - 1;
    if (between < 0) return;
    const pen = this.#inks.spot(color, this.#pdf, { stroke: true }) ?? this.#inks.stroke(color);
    // A little further than the last dot, which sums of decimals would else leave out.
    const last = number(x - between * step - 0.1);
    this.write(`q ${pen} ${number(2 * radius)} w 1 J [0 ${number(step)}] 0 d`);
    this.write(`${number(x)} ${number(y)} m ${last} ${number(y)} l S Q`);
  }

  /**
   * Sets pieces of one style in one text object. `invisible` text is read and copied but not seen: it stands under a
   * drawn mark and says what the mark means.
   */
  text(pieces: readonly LinePiece[], style: RunStyle, x: number, baseline: number, mode: TextMode = 'filled'): void {
    const over = this.#inks.overprints(style.color);
    if (over) this.write(`q /${this.overprinting()} gs`);
    const first = this.#glyphs.fontOf(pieces[0]?.shape.glyphs[0]?.face ?? style.face);
    const size = number(style.size);
    const look = `/${this.#glyphs.nameOn(this.page, first)} ${size} Tf ${number(style.tracking)} Tc ${textModes[mode]} Tr`;
    this.write(`BT\n${this.#fill(style.color)} ${look}\n1 0 0 -1 ${number(x)} ${number(baseline)} Tm`);
    let chosen = first;
    let run: Taken[] = [];
    let back: Taken[] = [];
    const show = (): void => {
      for (const { font, operators } of this.#glyphs.show(run, style)) {
        if (font !== chosen) this.write(`/${this.#glyphs.nameOn(this.page, font)} ${size} Tf`);
        chosen = font;
        this.write(operators);
      }
      run = [];
    };
    // A string that runs from right to left ends with what is read first.
    const showBack = (): void => {
      if (back.length === 0) return;
      this.openReversed();
      run = back.reverse();
      show();
      this.close();
      back = [];
    };
    for (const part of pieces) {
      const taken = this.#glyphs.take(part.shape);
      const isOther = taken.says !== part.text && part.word === null;
      const { backwards } = part.shape;
      if (!isOther) {
        (backwards ? back : run).push(taken);
        continue;
      }
      // Glyphs that would read as another text: say the text itself (14.9.4).
      show();
      this.openSaid(part.text);
      run.push(taken);
      show();
      this.close();
    }
    show();
    showBack();
    this.write('ET');
    if (over) this.write('Q');
  }

  /** Sets a piece by its outlines alone, with a pen this wide. */
  outlined(piece: LinePiece, style: RunStyle, x: number, baseline: number, pen: number): void {
    this.write(
      `q ${this.#inks.spot(style.color, this.#pdf, { stroke: true }) ?? this.#inks.stroke(style.color)} ${number(pen)} w 1 j`,
    );
    this.text([piece], style, x, baseline, 'outlined');
    this.write('Q');
  }

  /**
   * The name of the graphics state in which a colour leaves the other inks under it as they are (8.6.7): black text on a tint
   * has no light edge where the inks don't meet.
   */
  overprinting(): string {
    if (this.#overprinting === null) {
      this.#overprinting = this.#pdf.ref({ Type: 'ExtGState', OP: true, op: true, OPM: 1 });
      this.#overprinting.end();
    }
    this.page.ext_gstates.Over ??= this.#overprinting;
    return 'Over';
  }

  #fill(color: string): string {
    const spot = this.#inks.spot(color, this.#pdf);
    if (spot !== null) return spot;
    const known = this.#fills.get(color) ?? this.#inks.fill(color);
    this.#fills.set(color, known);
    return known;
  }
}

/** UTF-16BE with a byte order mark, as hexadecimal digits (7.9.2.2). */
export function utf16(text: string): string {
  return `feff${unitsOf(text)}`;
}
