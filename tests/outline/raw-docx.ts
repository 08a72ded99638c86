/** DOCX files by hand: the least that a reader needs, and what no writer of ours does. */
import { strToU8, zipSync } from 'fflate';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const others = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:v="urn:schemas-microsoft-com:vml"
  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
  xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"`;
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface RawDocx {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  /** Of the package. */
  readonly title?: string;
  /** Addresses by relationship id. */
  readonly links?: Readonly<Record<string, string>>;
}

export function rawDocx({
  body,
  styles = '',
  numbering = '',
  footnotes = '',
  title = '',
  links = {},
}: RawDocx): Uint8Array {
  const external = Object.entries(links).map(
    ([id, target]) => `<Relationship Id="${id}" Type="${related}/hyperlink" Target="${target}" TargetMode="External"/>`,
  );
  const parts = ['styles', 'numbering', 'footnotes'].map(
    (name) => `<Relationship Id="${name}" Type="${related}/${name}" Target="${name}.xml"/>`,
  );
  const files = {
    '_rels/.rels': `<Relationships><Relationship Id="d" Type="${related}/officeDocument" Target="word/document.xml"/>
      <Relationship Id="c" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="core.xml"/></Relationships>`,
    'core.xml': `<cp:coreProperties xmlns:cp="c" xmlns:d="http://purl.org/dc/elements/1.1/"><d:title>${title}</d:title></cp:coreProperties>`,
    'word/_rels/document.xml.rels': `<Relationships>${parts.join('')}${external.join('')}</Relationships>`,
    'word/document.xml': `<w:document ${w} ${others}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${w}>${styles}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${w}>${numbering}</w:numbering>`,
    'word/footnotes.xml': `<w:footnotes ${w}>${footnotes}</w:footnotes>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** A paragraph of a style with text, or with the runs given. */
export function p(content: string, style = '', properties = ''): string {
  const runs = content.startsWith('<') ? content : r(content);
  return `<w:p><w:pPr>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}${properties}</w:pPr>${runs}</w:p>`;
}

export function r(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function style(id: string, name: string, content = '', attributes = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}" ${attributes}><w:name w:val="${name}"/>${content}</w:style>`;
}
