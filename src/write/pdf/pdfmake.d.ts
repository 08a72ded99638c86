/**
 * The parts of pdfmake 0.3.11 (and of pdfkit 0.19.1 under it) that this room builds on. They are internals, hence the exact
 * pin in package.json; only what we touch is declared.
 */
declare module 'pdfmake/js/LayoutBuilder.js' {
  export interface Position {
    readonly pageNumber: number;
    readonly top: number;
  }
  export interface PageItems {
    readonly items: { readonly type: string; readonly item: unknown }[];
    readonly pageSize: { readonly width: number; readonly height: number };
    readonly pageMargins: Margins;
  }
  export interface Margins {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  export interface Writer {
    /** Blocks that are drawn again at the head of each page that is come to. */
    readonly repeatables: { readonly height: number }[];
    moveToNextPage(): void;
    addPage(size: { width: number; height: number }, orientation: string, margins: Margins): void;
    addLine(line: unknown): Position;
    addListener(event: 'pageChanged', listener: () => void): void;
    removeListener(event: 'pageChanged', listener: () => void): void;
  }
  export interface Measured {
    stack?: Measured[];
    columns?: Measured[];
    positions: Position[];
    _margin?: readonly [number, number, number, number] | null;
    _minWidth: number;
    _maxWidth: number;
  }
  class LayoutBuilder {
    constructor(
      pageSize: { readonly width: number; readonly height: number; readonly orientation: string },
      pageMargins: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
      svgMeasure: unknown,
    );
    writer: Writer;
    tableLayouts: Record<string, unknown>;
    processNode(node: Measured, isVerticalAlignmentAllowed?: boolean): void;
    processLeaf(node: Measured): void;
    processVerticalContainer(node: Measured): void;
    processImage(node: Measured): void;
    processSVG(node: Measured): void;
  }
  const module: { readonly default: typeof LayoutBuilder };
  export default module;
}
declare module 'pdfmake/js/DocPreprocessor.js' {
  class DocPreprocessor {
    preprocessDocument(structure: unknown): unknown;
  }
  const module: { readonly default: typeof DocPreprocessor };
  export default module;
}
declare module 'pdfmake/js/DocMeasure.js' {
  class DocMeasure {
    constructor(pdf: unknown, styles: unknown, defaultStyle: unknown, svgMeasure: unknown, tableLayouts: unknown);
    measureDocument(structure: unknown): import('pdfmake/js/LayoutBuilder.js').Measured;
    measureLeaf(node: never): unknown;
    measureImage(node: never): unknown;
  }
  const module: { readonly default: typeof DocMeasure };
  export default module;
}
declare module 'pdfmake/js/DocumentContext.js' {
  import type { Margins, PageItems } from 'pdfmake/js/LayoutBuilder.js';

  /** Where layout stands: position and room left, in points from the page's top left. */
  class DocumentContext {
    x: number;
    y: number;
    page: number;
    pages: PageItems[];
    pageMargins: Margins;
    availableWidth: number;
    get availableHeight(): number;
    set availableHeight(value: number);
    initializePage(): void;
    addPage(size: PageItems['pageSize'], margins?: Margins | null, properties?: object): unknown;
    moveDown(by: number): boolean;
  }
  const module: { readonly default: typeof DocumentContext };
  export default module;
}
declare module 'pdfmake/js/PageElementWriter.js' {
  class PageElementWriter {
    constructor(context: unknown);
  }
  const module: { readonly default: typeof PageElementWriter };
  export default module;
}
declare module 'pdfmake/js/SVGMeasure.js' {
  class SVGMeasure {}
  const module: { readonly default: typeof SVGMeasure };
  export default module;
}
declare module 'pdfmake/js/Line.js' {
  export interface LineInline {
    readonly text: string;
    readonly width: number;
    readonly height: number;
    readonly trailingCut: number;
    readonly lineEnd?: boolean;
  }
  class Line {
    constructor(maxWidth: number);
    x?: number;
    y?: number;
    inlines: readonly LineInline[];
    inlineWidths: number;
    trailingCut: number;
    getHeight(): number;
    getWidth(): number;
  }
  const module: { readonly default: typeof Line };
  export default module;
}
declare module 'pdfmake/js/PDFDocument.js' {
  export type Dictionary = Record<string, unknown>;
  export interface Reference {
    readonly id: number;
    readonly data: Dictionary;
    compress: boolean;
    write(chunk: Uint8Array | string): void;
    end(chunk?: Uint8Array | string): void;
    toString(): string;
  }
  export interface Page {
    readonly dictionary: Reference;
    readonly resources: Reference;
    readonly content: Reference;
    readonly fonts: Dictionary;
    readonly ext_gstates: Dictionary;
    readonly colorSpaces: Dictionary;
    readonly width: number;
    readonly height: number;
  }
  class PDFDocument {
    constructor(fonts: object, images: object, patterns: object, attachments: object, options: object, virtualfs: null);
    readonly page: Page;
    readonly outline: { readonly dictionary: Reference };
    readonly version: number;
    readonly _root: Reference;
    _id: Uint8Array;
    _info: Reference;
    info: Dictionary;
    readonly images: Record<string, string>;
    _font: unknown;
    _fontFamilies: Record<string, unknown>;
    _fontCount: number;
    readonly spotColors: Readonly<Record<string, { readonly id: string } | undefined>>;
    addSpotColor(name: string, cyan: number, magenta: number, yellow: number, black: number): this;
    ref(data?: object): Reference;
    addPage(options: object): this;
    addContent(operators: string): this;
    font(source: Uint8Array): this;
    openImage(source: Uint8Array): unknown;
    image(source: unknown, x: number, y: number, options: object): this;
    path(d: string): this;
    fill(color?: string): this;
    stroke(color?: string): this;
    fillAndStroke(rule: string): this;
    clip(): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): this;
    closePath(): this;
    _fillColor: unknown;
    fillColor(color: readonly number[], opacity: number): this;
    strokeColor(color: readonly number[], opacity: number): this;
    lineWidth(width: number): this;
    lineCap(cap: string): this;
    lineJoin(join: string): this;
    miterLimit(limit: number): this;
    dash(lengths: readonly number[], options: { readonly phase: number }): this;
    save(): this;
    restore(): this;
    translate(x: number, y: number): this;
    transform(a: number, b: number, c: number, d: number, e: number, f: number): this;
    /** How many bytes are written. */
    readonly _offset: number;
    _write(data: Uint8Array | string): void;
    /** Writes what ends the file. */
    _finalize(): void;
    push(chunk: Uint8Array | null): boolean;
    _normalizeColor(color: unknown): readonly number[] | null;
    /** Chooses opacities, by a graphics state of the file; null for none. */
    _doOpacity(fill: number | null, stroke: number | null): this | undefined;
    _setColorCore(color: unknown, stroke: boolean): boolean;
    endMarkings(): void;
    endMetadata(): void;
    endOutline(): void;
    end(): void;
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
  }
  const module: { readonly default: typeof PDFDocument };
  export default module;
}
declare module 'pdfmake/js/3rd-party/svg-to-pdfkit.js' {
  function svgToPdf(doc: unknown, svg: string, x: number, y: number, options: object): void;
  const module: { readonly default: typeof svgToPdf };
  export default module;
}
