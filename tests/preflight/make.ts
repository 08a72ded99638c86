/** Small print files by hand, as text: one page of 100 × 80 mm, right in all but what a test changes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { preflight } from '../../src/preflight/preflight.ts';
import { packageRoot } from '../../src/world.ts';

export const mm = 72 / 25.4;

/** Edges in points: the sheet is the bleed, 3 mm around the trim. */
export const sheet = { width: 106 * mm, height: 86 * mm };
export const trim = { left: 3 * mm, bottom: 3 * mm, right: 103 * mm, top: 83 * mm };

export const profile = readFileSync(path.join(packageRoot, 'icc/fogra39.icc'));

export interface PrintPdf {
  readonly content?: string;
  /** A content for each further page. */
  readonly more?: readonly string[];
  /** Entries of the page after its boxes; a later key wins. */
  readonly page?: string;
  readonly trimBox?: string | null;
  readonly bleedBox?: string | null;
  /** Entries of the resources, beside fonts and graphics states. */
  readonly resources?: string;
  readonly fonts?: string;
  readonly catalog?: string;
  readonly xmp?: string;
  readonly icc?: Uint8Array;
  /** Entries of the output intent; null for no intent. */
  readonly intent?: string | null;
  /** Further objects by number, from 50 on. */
  readonly objects?: Readonly<Record<number, string>>;
}

export const xmp = '<x:xmpmeta><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion></x:xmpmeta>';

/** Black text that overprints, well inside, on a field that fills the bleed. */
export const good = `q 1 0.82 0.1 0.34 k 0 0 ${sheet.width} 100 re f Q
q /Over gs BT /F1 10 Tf 0 0 0 1 k 1 0 0 1 60 180 Tm (Borders) Tj ET Q
q 0 0 0 0 k BT /F1 12 Tf 1 0 0 1 60 60 Tm (Reversed) Tj ET Q`;

const box = (edges: readonly number[]) => `[${edges.map((edge) => edge.toFixed(3)).join(' ')}]`;
const trimBox = box([trim.left, trim.bottom, trim.right, trim.top]);
const mediaBox = box([0, 0, sheet.width, sheet.height]);

export function printPdf(pdf: PrintPdf = {}): Uint8Array {
  const contents = [pdf.content ?? good, ...(pdf.more ?? [])];
  const boxes = [
    pdf.trimBox === null ? '' : `/TrimBox ${pdf.trimBox ?? trimBox}`,
    pdf.bleedBox === null ? '' : `/BleedBox ${pdf.bleedBox ?? mediaBox}`,
  ].join(' ');
  const icc = Buffer.from(pdf.icc ?? profile).toString('latin1');
  const intent = `<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39) /DestOutputProfile 8 0 R >>`;
  const intents = pdf.intent === null ? '' : `/OutputIntents [${pdf.intent ?? intent}]`;
  const objects: Record<number, string> = {
    1: `<< /Type /Catalog /Pages 2 0 R /Metadata 9 0 R ${intents} ${pdf.catalog ?? ''} >>`,
    2: `<< /Type /Pages /Kids [${contents.map((_, index) => `${20 + 2 * index} 0 R`).join(' ')}] /Count ${contents.length} /MediaBox ${mediaBox} /Resources 3 0 R >>`,
    3: `<< /Font << /F1 4 0 R ${pdf.fonts ?? ''} >> /ExtGState << /Over << /OP true /op true /OPM 1 >> /Half << /ca 0.5 >> /Multiply << /BM /Multiply >> >> ${pdf.resources ?? ''} >>`,
    4: font('/FontFile2 6 0 R'),
    6: stream('glyphs'),
    8: stream(icc, '/N 4'),
    9: stream(pdf.xmp ?? xmp),
  };
  for (const [index, content] of contents.entries()) {
    objects[20 + 2 * index] =
      `<< /Type /Page /Parent 2 0 R /Contents ${21 + 2 * index} 0 R ${boxes} ${pdf.page ?? ''} >>`;
    objects[21 + 2 * index] = stream(content);
  }
  Object.assign(objects, pdf.objects);
  const body = Object.entries(objects).map(([number, object]) => `${number} 0 obj\n${object}\nendobj\n`);
  return Buffer.from(`%PDF-1.6\n${body.join('')}trailer\n<< /Root 1 0 R /Size 999 >>\n%%EOF\n`, 'latin1');
}

/** Glyphs half as wide as the type is high. @param file where the font itself stands */
export function font(file: string): string {
  const widths = Array.from({ length: 95 }, () => 500).join(' ');
  return `<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Sans /FirstChar 32 /LastChar 126 /Widths [${widths}] /Encoding /WinAnsiEncoding
/FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+Sans /Ascent 900 /Descent -200 ${file} >> >>`;
}

export function stream(content: string, entries = ''): string {
  return `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;
}

/** A picture of one colour: `pixel` is its samples in hexadecimal. */
export function image(width: number, height: number, pixel: string, entries = '/ColorSpace /DeviceCMYK'): string {
  const samples = `${pixel.repeat(width * height)}>`;
  const size = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height}`;
  const own = /BitsPerComponent/.test(entries) ? entries : `${entries} /BitsPerComponent 8`;
  return stream(samples, `${size} ${own} /Filter /ASCIIHexDecode`);
}

/** The page with a picture of so many points across. */
export function withImage(object: string, width: number, height: number, more: PrintPdf = {}): PrintPdf {
  const content = `${good}\nq ${width} 0 0 ${height} 60 120 cm /Im Do Q`;
  return { content, resources: '/XObject << /Im 50 0 R >>', ...more, objects: { 50: object, ...more.objects } };
}

/** The codes of all findings, each once. */
export async function codesOf(pdf: PrintPdf): Promise<readonly string[]> {
  const { diagnostics } = await preflight(printPdf(pdf));
  return [...new Set(diagnostics.map(({ code }) => code))];
}
