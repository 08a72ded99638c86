/** Faults for the judges of DOCX. @typedef {import('./html.mjs').Fault} Fault */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { pictureFaults } from './pictures.mjs';

const body = 'word/document.xml';

/** @param {string} part @param {(xml: string) => string} change */
function inPart(part, change) {
  return (/** @type {Uint8Array} */ bytes) => {
    const parts = unzipSync(bytes);
    const xml = parts[part];
    if (xml === undefined) return bytes;
    const changed = change(strFromU8(xml));
    return changed === strFromU8(xml) ? bytes : zipSync({ ...parts, [part]: strToU8(changed) });
  };
}

/** @param {string} properties of a paragraph @param {string} text */
const paragraph = (properties, text, run = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t>${text}</w:t></w:r></w:p>`;

/** @param {string} markup at the start of the body */
const inBody = (markup) => inPart(body, (xml) => xml.replace('<w:body>', `<w:body>${markup}`));

const row =
  '<w:tr><w:tc><w:tcPr><w:tcW w:w="100" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr>';

/** In the pictures in their order. @param {import('./pictures.mjs').PictureFault} fault */
const inPictures =
  ({ judge, change }) =>
  (/** @type {Uint8Array} */ bytes) => {
    const parts = unzipSync(bytes);
    const number = (/** @type {string} */ name) => Number(/(\d+)\.\w+$/.exec(name)?.[1]);
    const ending = judge === 'drawings' ? /^word\/media\/.*\.svg$/ : /^word\/media\//;
    const names = Object.keys(parts)
      .filter((name) => ending.test(name))
      .sort((a, b) => number(a) - number(b));
    const changed = change(names.map((name) => Buffer.from(parts[name] ?? [])));
    return zipSync({
      ...parts,
      ...Object.fromEntries(names.map((name, index) => [name, new Uint8Array(changed[index] ?? [])])),
    });
  };

/** A place of another shape, to which Word would pull the picture. */
const pulled = inPart(body, (xml) => xml.replace(/(<wp:extent cx="\d+" cy=")\d+/, '$11068000'));

/** @type {readonly Fault[]} */
export const docxFaults = [
  ...pictureFaults.map((fault) => ({ ...fault, plant: inPictures(fault) })),
  { judge: 'drawings', name: 'pulled flat', expects: /^shape/, plant: pulled },
  { judge: 'rasters', name: 'pulled flat', expects: /^shape/, plant: pulled },
  { judge: 'open-xml-sdk', name: 'unknown element', expects: /^Sch_/, plant: inBody('<w:nonsense/>') },
  {
    judge: 'open-xml-sdk',
    name: 'properties in the wrong order',
    expects: /^Sch_/,
    plant: inBody(paragraph('<w:jc w:val="left"/><w:keepNext/>', 'Words')),
  },
  {
    judge: 'large-docx',
    name: 'type of 17 points',
    expects: /^small/,
    plant: inBody(paragraph('', 'Words', '<w:sz w:val="34"/>')),
  },
  {
    judge: 'large-docx',
    name: 'raised letters',
    expects: /^small/,
    plant: inBody(paragraph('', '1', '<w:vertAlign w:val="superscript"/>')),
  },
  { judge: 'large-docx', name: 'leaning words', expects: /^leaning/, plant: inBody(paragraph('', 'Words', '<w:i/>')) },
  { judge: 'large-docx', name: 'a divided word', expects: /^divided/, plant: inBody(paragraph('', 'Wo\u00ADrds')) },
  { judge: 'openxml-audit', name: 'unknown element', expects: /^schema/, plant: inBody('<w:nonsense/>') },
  {
    judge: 'openxml-audit',
    name: 'style that is not there',
    expects: /^semantic/,
    plant: inBody(paragraph('<w:pStyle w:val="NoSuchStyle"/>', 'Words')),
  },
  {
    judge: 'docx-accessibility',
    name: 'no title',
    expects: /^no-title/,
    plant: inPart('docProps/core.xml', (xml) => xml.replace(/<dc:title>.*?<\/dc:title>/s, '')),
  },
  {
    judge: 'docx-accessibility',
    name: 'picture without words',
    expects: /^picture-undescribed/,
    plant: inPart(body, (xml) => xml.replace(/ descr="[^"]+"/, ' descr=""')),
  },
  {
    judge: 'docx-accessibility',
    name: 'skipped heading',
    expects: /^heading-skipped/,
    plant: inBody(paragraph('<w:pStyle w:val="Heading3"/>', 'Deep')),
  },
  {
    judge: 'docx-accessibility',
    name: 'faint text',
    expects: /^contrast/,
    plant: inBody(paragraph('', 'Faint', '<w:color w:val="CCCCCC"/>')),
  },
  {
    judge: 'docx-accessibility',
    name: 'list that only looks like one',
    expects: /^fake-list/,
    plant: inBody(paragraph('', '• Item')),
  },
  {
    judge: 'docx-accessibility',
    name: 'blank paragraphs for space',
    expects: /^repeated-blanks/,
    plant: inBody('<w:p/><w:p/>'),
  },
  {
    judge: 'docx-accessibility',
    name: 'Georgian said to be English',
    expects: /^language/,
    plant: inBody(paragraph('', 'ქართული', '<w:lang w:val="en-GB"/>')),
  },
  {
    judge: 'docx-accessibility',
    name: 'table without a header row',
    expects: /^table-without-header/,
    plant: inBody(`<w:tbl>${row}</w:tbl>`),
  },
  {
    judge: 'docx-accessibility',
    name: 'link to no bookmark',
    expects: /^link-dead/,
    plant: inBody('<w:p><w:hyperlink w:anchor="nowhere"><w:r><w:t>Part</w:t></w:r></w:hyperlink></w:p>'),
  },
  {
    judge: 'docx-accessibility',
    name: 'link whose address holds letters',
    expects: /^link-not-ascii/,
    plant: inPart('word/_rels/document.xml.rels', (xml) =>
      xml.replace('Target="https://', 'Target="https://მაგალითი.გე/'),
    ),
  },
  {
    judge: 'docx-accessibility',
    name: 'font that denies Georgian',
    expects: /^font-signature/,
    plant: inPart('word/fontTable.xml', (xml) => xml.replace(/w:usb0="[0-9A-Fa-f]+"/g, 'w:usb0="00000003"')),
  },
  {
    judge: 'libreoffice',
    name: 'font not embedded',
    expects: /^font-fallback/,
    plant: inPart('word/styles.xml', (xml) =>
      xml.replaceAll(/(w:(?:ascii|hAnsi|cs|eastAsia))="[^"]+"/g, '$1="No Such Font"'),
    ),
  },
  {
    judge: 'libreoffice',
    name: 'hidden text',
    expects: /^text-lost/,
    plant: inBody(paragraph('', 'Vanishingly', '<w:vanish/>')),
  },
  {
    judge: 'libreoffice',
    name: 'skipped heading',
    expects: /^ua1 7\.4\.2/,
    plant: inBody(paragraph('<w:pStyle w:val="Heading3"/>', 'Deep')),
  },
  {
    judge: 'libreoffice',
    name: 'cut short',
    expects: /^(unreadable|not-opened)/,
    plant: (bytes) => bytes.slice(0, bytes.length / 2),
  },
];
