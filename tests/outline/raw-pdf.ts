/** PDF files by hand, as text: what a writer of ours would not do can be written down here. */

/** Codes 1 to 33 of the font F2 are the letters from ა to ჰ. */
const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfrange <0001> <0021> <10D0> <0030> <0031> [<00660069> <002D>] endbfrange
1 beginbfchar <0040> <D83DDE00> endbfchar endcmap end end`;

export interface RawPdf {
  /** One content stream a page; pages are objects 100, 101 … */
  readonly pages: readonly string[];
  /** The structure tree root's entries; null for a file without tags. */
  readonly root: string | null;
  /** Further objects by number. */
  readonly objects?: Readonly<Record<number, string>>;
  /** Further entries of the catalog. */
  readonly catalog?: string;
  /** Further resources of every page. */
  readonly resources?: string;
  readonly trailer?: string;
}

export function rawPdf({ pages, root, objects = {}, catalog = '', resources = '', trailer = '' }: RawPdf): Uint8Array {
  const kids = pages.map((_, index) => `${100 + index} 0 R`).join(' ');
  const all: Record<number, string> = {
    1: `<< /Type /Catalog /Pages 2 0 R /Lang (en) ${root === null ? '' : '/StructTreeRoot 9 0 R'} ${catalog} >>`,
    2: `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 600 800] /Resources 3 0 R >>`,
    3: `<< /Font << /F1 4 0 R /F2 5 0 R >> ${resources} >>`,
    4: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /uni10D0 /g2] >> >>',
    5: '<< /Type /Font /Subtype /Type0 /BaseFont /G /Encoding /Identity-H /DescendantFonts [] /ToUnicode 6 0 R >>',
    6: stream(toUnicode),
    ...(root === null ? {} : { 9: `<< /Type /StructTreeRoot ${root} >>` }),
    ...Object.fromEntries(pages.map((content, index) => [200 + index, stream(content)])),
    ...Object.fromEntries(
      pages.map((_, index) => [100 + index, `<< /Type /Page /Parent 2 0 R /Contents ${200 + index} 0 R >>`]),
    ),
    ...objects,
  };
  const body = Object.entries(all).map(([number, object]) => `${number} 0 obj\n${object}\nendobj\n`);
  return Buffer.from(`%PDF-1.7\n${body.join('')}trailer\n<< /Root 1 0 R /Size 999 ${trailer} >>\n%%EOF\n`, 'latin1');
}

export function stream(content: string, entries = ''): string {
  return `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;
}
