/** Workbooks of raw parts, as different programs write them. */
import { strToU8, zipSync } from 'fflate';

export interface RawSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** What stands before its rows, such as columns. */
  readonly before?: string;
  /** The rows, as XML. */
  readonly rows: string;
  /** What stands after them, such as merged cells. */
  readonly after?: string;
  /** Where its links lead to, out of the workbook: rId1, rId2, … */
  readonly links?: readonly string[];
  /** Names of cells that have comments. */
  readonly commented?: readonly string[];
}

export interface RawBook {
  readonly sheets: readonly RawSheet[];
  /** Shared string items, as XML. */
  readonly texts?: readonly string[];
  /** Codes of the number formats of styles 1, 2, …; style 0 is General. */
  readonly formats?: readonly (string | number)[];
  /** Styles whose cells are struck through. */
  readonly struck?: readonly number[];
  /** Styles whose cells are in bold. */
  readonly bold?: readonly number[];
  readonly from1904?: boolean;
  readonly doctype?: string;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const pack = 'http://schemas.openxmlformats.org/package/2006/relationships';

export function workbookOf({
  sheets,
  texts = [],
  formats = [],
  struck = [],
  bold = [],
  from1904 = false,
  doctype = '',
}: RawBook): Uint8Array {
  const xml = (body: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${doctype}${body}`);
  const relations = (list: readonly (readonly [type: string, target: string])[]) =>
    xml(
      `<Relationships xmlns="${pack}">${list
        .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${rel}/${type}" Target="${target}"/>`)
        .join('')}</Relationships>`,
    );
  const codes = formats.map((format, index) => (typeof format === 'number' ? format : 164 + index));
  const own = formats.flatMap((format, index) =>
    typeof format === 'string' ? [`<numFmt numFmtId="${164 + index}" formatCode="${escaped(format)}"/>`] : [],
  );
  return zipSync({
    '[Content_Types].xml': xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${rel}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          ({ name, state }, index) =>
            `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', '/xl/styles.xml'],
    ]),
    'xl/sharedStrings.xml': xml(`<sst xmlns="${main}">${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`),
    'xl/styles.xml': xml(
      `<styleSheet xmlns="${main}"><numFmts>${own.join('')}</numFmts><fonts><font/><font><strike/></font><font><strike val="0"/></font><font><b/></font></fonts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${codes
        .map(
          (code, index) =>
            `<xf numFmtId="${code}" fontId="${struck.includes(index + 1) ? 1 : bold.includes(index + 1) ? 3 : 2}"/>`,
        )
        .join('')}</cellXfs></styleSheet>`,
    ),
    ...Object.fromEntries(
      sheets.map(({ before = '', rows, after = '' }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        xml(`<worksheet xmlns="${main}" xmlns:r="${rel}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`),
      ]),
    ),
    ...Object.fromEntries(
      sheets.flatMap(({ links = [], commented = [] }, index) => {
        const outside = links.map(
          (target, link) =>
            `<Relationship Id="rId${link + 1}" Type="${rel}/hyperlink" Target="${escaped(target)}" TargetMode="External"/>`,
        );
        const notes = `<Relationship Id="rId99" Type="${rel}/comments" Target="../comments${index + 1}.xml"/>`;
        const list = commented
          .map((ref) => `<comment ref="${ref}" authorId="0"><text><t>hm</t></text></comment>`)
          .join('');
        return [
          [
            `xl/worksheets/_rels/sheet${index + 1}.xml.rels`,
            xml(`<Relationships xmlns="${pack}">${outside.join('')}${notes}</Relationships>`),
          ],
          [
            `xl/comments${index + 1}.xml`,
            xml(`<comments xmlns="${main}"><commentList>${list}</commentList></comments>`),
          ],
        ];
      }),
    ),
  });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A row of cells: texts inline, numbers with a style as `[number, style]`, all else as XML. */
export type RawCell = string | number | null | readonly [number, number] | { readonly xml: string };

export function rowsOf(rows: readonly (readonly RawCell[])[], first = 1): string {
  return rows
    .map((cells, row) => {
      const line = first + row;
      const made = cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${line}`));
      return `<row r="${line}">${made.join('')}</row>`;
    })
    .join('');
}

function cellXml(cell: RawCell, name: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return `<c r="${name}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`;
  if ('xml' in cell) return cell.xml.replace('<c', `<c r="${name}"`);
  return `<c r="${name}" s="${cell[1]}"><v>${cell[0]}</v></c>`;
}
