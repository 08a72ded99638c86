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

/** The head of a profile for screens, without tables: as much as is read of it. */
export const screenProfile: Uint8Array = (() => {
  const head = Buffer.alloc(136);
  head.writeUInt32BE(head.length, 0);
  head.write('mntrRGB XYZ ', 12, 'latin1');
  head.write('acsp', 36, 'latin1');
  return head;
})();

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
  readonly header?: string;
  /** By how many bytes the table of objects is off. */
  readonly shift?: number;
  /** Entries of the trailer, in place of the identifier. */
  readonly trailer?: string;
  readonly icc?: Uint8Array;
  /** Entries of the output intent; null for no intent. */
  readonly intent?: string | null;
  /** Further objects by number, from 50 on. */
  readonly objects?: Readonly<Record<number, string>>;
}

const day = '2026-01-01T00:00:00Z';

/** All that PDF/X-4 wants of its metadata, with other texts or attributes where a test says so. */
export const xmpOf = ({
  version = 'PDF/X-4',
  trapped = 'False',
  created = day,
  more = '',
  attributes = '',
} = {}): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:dc="http://purl.org/dc/elements/1.1/" ${attributes}>
${version === '' ? '' : `<pdfxid:GTS_PDFXVersion>${version}</pdfxid:GTS_PDFXVersion>`}
${trapped === '' ? '' : `<pdf:Trapped>${trapped}</pdf:Trapped>`}
${created === '' ? '' : `<xmp:CreateDate>${created}</xmp:CreateDate>`}
<xmp:ModifyDate>${day}</xmp:ModifyDate><xmp:MetadataDate>${day}</xmp:MetadataDate>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A title</rdf:li></rdf:Alt></dc:title>
<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>${more}</rdf:Description></rdf:RDF></x:xmpmeta>`;

export const xmp = xmpOf();

/** Black text that overprints, well inside, on a field that fills the bleed. */
export const good = `q 1 0.82 0.1 0.34 k 0 0 ${sheet.width} 100 re f Q
q /Over gs BT /F1 10 Tf 0 0 0 1 k 1 0 0 1 60 180 Tm (Borders) Tj ET Q
q 0 0 0 0 k BT /F1 12 Tf 1 0 0 1 60 60 Tm (Reversed) Tj ET Q`;

/** As much of a TrueType font as says that it is one: a directory of one table, and the table. */
const glyphs = `\0\x01\0\0\0\x01${'\0'.repeat(6)}glyf${'\0'.repeat(7)}\x1c\0\0\0\x06glyphs`;

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
    6: stream(glyphs),
    8: stream(icc, '/N 4'),
    9: stream(pdf.xmp ?? xmp),
  };
  for (const [index, content] of contents.entries()) {
    objects[20 + 2 * index] =
      `<< /Type /Page /Parent 2 0 R /Contents ${21 + 2 * index} 0 R ${boxes} ${pdf.page ?? ''} >>`;
    objects[21 + 2 * index] = stream(content);
  }
  Object.assign(objects, pdf.objects);
  return assembled(objects, pdf);
}

/** A file with its table of objects. */
function assembled(
  objects: Readonly<Record<number, string>>,
  { header = '1.6', trailer, shift = 0 }: PrintPdf,
): Uint8Array {
  let file = `%PDF-${header}\n`;
  const table = Object.entries(objects).map(([number, object]) => {
    const at = String(file.length + shift).padStart(10, '0');
    file += `${number} 0 obj\n${object}\nendobj\n`;
    return `${number} 1\n${at} 00000 n \n`;
  });
  const tail = trailer ?? '/ID [<01> <01>]';
  const end = `xref\n0 1\n0000000000 65535 f \n${table.join('')}trailer\n<< /Root 1 0 R /Size 999 ${tail} >>`;
  return Buffer.from(`${file}${end}\nstartxref\n${file.length}\n%%EOF\n`, 'latin1');
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
