/**
 * A text of the bench as Word, by the package docx: what a good hand would write with it for the same content. Its input is our tree
 * as JSON, its pictures are beside it: `node docx-peer.mjs TREE OUT`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  AlignmentType,
  BookmarkEnd,
  BookmarkStart,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  SequentialIdentifier,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import sharp from 'sharp';

/** @typedef {import('../dist/model/document.js').Block} Block @typedef {import('../dist/model/document.js').Inlines} Inlines */

const [file = '', out = ''] = process.argv.slice(2);
/** @type {import('../dist/model/document.js').Document} */
const document = JSON.parse(readFileSync(file, 'utf8'));
/** Dots of the copy for programs that draw no SVG, as many as ours has. */
const width = 1400;
/** @type {Map<string, { svg: Buffer, png: Buffer }>} */
const pictures = new Map();
await readPictures(document.body);
let bookmarks = 0;
let numberings = 0;

/** @param {readonly Block[]} blocks */
async function readPictures(blocks) {
  for (const block of blocks) {
    if (block.type === 'section') await readPictures(block.blocks);
    if (block.type !== 'figure') continue;
    const svg = readFileSync(join(dirname(file), block.image.picture.value.file));
    pictures.set(block.image.picture.value.file, { svg, png: await sharp(svg).resize({ width }).png().toBuffer() });
  }
}

/** @param {Inlines} nodes @param {object} [look] @returns {any[]} */
function runs(nodes, look = {}) {
  return nodes.flatMap((/** @type {any} */ node) => {
    const own = node.lang === null ? look : { ...look, language: { value: node.lang } };
    switch (node.type) {
      case 'text':
        return [new TextRun({ text: node.value, ...own })];
      case 'strong':
        return runs(node.children, { ...own, bold: true });
      case 'emphasis':
        return runs(node.children, { ...own, italics: true });
      case 'link': {
        const children = runs(node.children, { ...own, style: 'Hyperlink' });
        if (node.target.type === 'web') return [new ExternalHyperlink({ link: node.target.href.value, children })];
        return [new InternalHyperlink({ anchor: node.target.id.value, children })];
      }
      default:
        return 'children' in node ? runs(node.children, own) : [];
    }
  });
}

/** Within a bookmark. @param {{ id: { value: string } | null }} block @param {any[]} children */
function marked({ id }, children) {
  if (id === null) return children;
  bookmarks += 1;
  return [new BookmarkStart(id.value, bookmarks), ...children, new BookmarkEnd(bookmarks)];
}

/** @param {any} block a table or a figure @param {string} kind */
function caption(block, kind) {
  const [word] = /** @type {string} */ (block.number).split(/\s/);
  const words = [block.caption, block.credit].flatMap((part) => runs(part ?? []));
  const number = marked(block, [new TextRun(`${word} `), new SequentialIdentifier(kind)]);
  return new Paragraph({
    style: 'Caption',
    keepNext: kind === 'Table',
    children: [...number, new TextRun('. '), ...words],
  });
}

/** @param {any} block @param {number} level @param {any} [numbering] of a list's items @returns {any[]} */
function written(block, level, numbering) {
  const all = (/** @type {readonly any[]} */ blocks, deeper = level) => blocks.flatMap((each) => written(each, deeper));
  switch (block.type) {
    case 'section': {
      const heading = level === 0 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
      const counted = block.number === null ? {} : { numbering: { reference: 'headings', level } };
      const children = marked(block, runs(block.title));
      return [new Paragraph({ heading, ...counted, children }), ...all(block.blocks, level + 1)];
    }
    case 'contents':
      return [new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2' })];
    case 'paragraph':
      return [new Paragraph({ children: runs(block.children), ...numbering })];
    case 'list': {
      numberings += 1;
      const look = block.ordered
        ? { numbering: { reference: 'steps', level: 0, instance: numberings } }
        : { bullet: { level: 0 } };
      return block.items.flatMap((/** @type {any} */ item) =>
        item.blocks.flatMap((/** @type {any} */ each) => written(each, level, look)),
      );
    }
    case 'table':
      return [
        caption(block, 'Table'),
        tableOf(block),
        ...(block.source ? [new Paragraph({ children: runs(block.source) })] : []),
      ];
    case 'figure': {
      const { svg, png } = /** @type {{ svg: Buffer, png: Buffer }} */ (pictures.get(block.image.picture.value.file));
      const picture = new ImageRun({
        type: 'svg',
        data: svg,
        fallback: { type: 'png', data: png },
        transformation: { width: 600, height: 196 },
        altText: { name: 'Picture', description: block.image.alt.value, title: '' },
      });
      return [new Paragraph({ keepNext: true, children: [picture] }), caption(block, 'Figure')];
    }
    case 'languages':
      return [];
    default:
      throw new Error(`the bench has no docx for "${block.type}"`);
  }
}

/** @param {import('../dist/model/table.js').Table} table */
function tableOf({ columns, head, body, foot }) {
  const aligned = { start: AlignmentType.START, center: AlignmentType.CENTER, end: AlignmentType.END };
  const rows = (/** @type {typeof body} */ parts, /** @type {boolean} */ tableHeader) =>
    parts.map(
      ({ cells }) =>
        new TableRow({
          tableHeader,
          cantSplit: true,
          children: cells.map(({ blocks }, index) => {
            const { align, share } = /** @type {(typeof columns)[number]} */ (columns[index]);
            return new TableCell({
              width: { size: share * 100, type: WidthType.PERCENTAGE },
              children: blocks.map(
                (/** @type {any} */ block) =>
                  new Paragraph({ alignment: aligned[align], children: runs(block.children, { bold: tableHeader }) }),
              ),
            });
          }),
        }),
    );
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [...rows(head, true), ...rows(body, false), ...rows(foot, false)],
  });
}

const { cover, body, imprint, metadata, lang } = document;
const level = (/** @type {number} */ index, /** @type {string} */ text) => ({
  level: index,
  format: LevelFormat.DECIMAL,
  text,
});
const made = new Document({
  title: metadata.title,
  description: metadata.description,
  creator: metadata.author,
  keywords: metadata.keywords.join(', '),
  styles: { default: { document: { run: { font: 'FiraGO', size: 21, language: { value: lang } } } } },
  numbering: {
    config: [
      { reference: 'headings', levels: [level(0, '%1'), level(1, '%1.%2')] },
      { reference: 'steps', levels: [level(0, '%1')] },
    ],
  },
  sections: [
    {
      properties: { titlePage: true },
      headers: {
        default: new Header({ children: [new Paragraph(metadata.title)] }),
        first: new Header({ children: [] }),
      },
      footers: {
        default: new Footer({
          children: [
            new Paragraph({
              children: [
                new TextRun({ children: [metadata.author, '\t', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
              ],
            }),
          ],
        }),
        first: new Footer({ children: [] }),
      },
      children: [
        ...cover.before.flatMap((block) => written(block, 0)),
        new Paragraph({ heading: HeadingLevel.TITLE, children: runs(cover.title.children) }),
        new Paragraph({ children: [new PageBreak()] }),
        ...body.flatMap((block) => written(block, 0)),
        ...(imprint?.blocks ?? []).flatMap((block) => written(block, 0)),
      ],
    },
  ],
});
writeFileSync(out, await Packer.toBuffer(made));
