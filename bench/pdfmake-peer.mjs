/**
 * A text of the bench by pdfmake alone, without tags: what a good hand would write with it for the same content, in the same type and
 * grid. It is the engine that lies under our own PDF, so it shows what is left to gain. Its input is our tree as JSON, its pictures are
 * beside it: `node pdfmake-peer.mjs TREE OUT`, or `node pdfmake-peer.mjs` with a line "TREE\tOUT" for each.
 */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
// @ts-expect-error It has no types.
import pdfmake from 'pdfmake';
import { measured } from './usage.mjs';

/** @typedef {import('../dist/model/document.js').Document} Document @typedef {import('../dist/model/document.js').Inlines} Inlines */

// It warns of what it may read else.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => true);
const mm = 72 / 25.4;
const rail = 36 * mm;
const [deep, accent, ink, line] = ['#0E2F6B', '#1F5CB5', '#16233B', '#CBD5E3'];
const face = (/** @type {string} */ style) => join(import.meta.dirname, `../fonts/firago/FiraGO-${style}.ttf`);
pdfmake.addFonts({
  FiraGO: {
    normal: face('Regular'),
    italics: face('Italic'),
    bold: face('SemiBold'),
    bolditalics: face('SemiBoldItalic'),
  },
});

/** @param {Inlines} nodes @param {object} [look] @returns {any[]} */
function runs(nodes, look = {}) {
  return nodes.flatMap((/** @type {any} */ node) => {
    switch (node.type) {
      case 'text':
        return [{ text: node.value, ...look }];
      case 'strong':
        return runs(node.children, { ...look, bold: true });
      case 'emphasis':
        return runs(node.children, { ...look, italics: true });
      case 'link': {
        const { target } = node;
        const goal = target.type === 'web' ? { link: target.href.value } : { linkToDestination: target.id.value };
        return runs(node.children, { ...look, color: accent, ...goal });
      }
      default:
        return 'children' in node ? runs(node.children, look) : [];
    }
  });
}

const headings = [
  { fontSize: 23, color: deep, margin: [0, 60, 0, 20] },
  { fontSize: 15, color: accent, margin: [0, 34, 0, 15] },
];

/** @param {any} block @param {number} level @param {string} folder @returns {any[]} */
function written(block, level, folder) {
  const all = (/** @type {readonly any[]} */ blocks, deeper = level) =>
    blocks.flatMap((each) => written(each, deeper, folder));
  const outset = [-rail, 0, -8 * mm, 0];
  switch (block.type) {
    case 'section': {
      const text = [...(block.number === null ? [] : [`${block.number} `]), ...runs(block.title)];
      const listed = block.number === null ? {} : { tocItem: true, tocMargin: [level * 14, 1, 0, 1] };
      const look = headings[Math.min(level, 1)];
      return [
        { text, id: block.id.value, bold: true, headlineLevel: level + 1, ...look, ...listed },
        ...all(block.blocks, level + 1),
      ];
    }
    case 'contents':
      return [{ toc: {} }];
    case 'paragraph': {
      const lead = block.look === 'lead' ? { fontSize: 13, color: deep } : {};
      return [{ text: runs(block.children), margin: [0, 0, 0, 10], ...lead }];
    }
    case 'list': {
      const items = block.items.map((/** @type {any} */ { blocks }) => all(blocks));
      return [{ [block.ordered ? 'ol' : 'ul']: items, margin: [0, 0, 0, 10] }];
    }
    case 'table': {
      const rows = [...block.head, ...block.body, ...block.foot].map(({ cells }, row) =>
        cells.map((/** @type {any} */ { blocks }, /** @type {number} */ column) => ({
          text: blocks.flatMap((/** @type {any} */ { children }) => runs(children)),
          alignment: { start: 'left', center: 'center', end: 'right' }[
            /** @type {'start'} */ (block.columns[column].align)
          ],
          ...(row < block.head.length ? { bold: true, color: deep } : {}),
        })),
      );
      const widths = block.columns.map((/** @type {{ share: number }} */ { share }) => `${share * 100}%`);
      const layout = { hLineColor: () => line, vLineWidth: () => 0, hLineWidth: () => 0.5 };
      const table = { headerRows: block.head.length, dontBreakRows: true, widths, body: rows };
      return [
        caption(block, outset),
        { table, layout, fontSize: 9, margin: outset },
        ...(block.source ? [{ text: runs(block.source), fontSize: 8.5, margin: outset }] : []),
      ];
    }
    case 'figure': {
      const svg = readFileSync(join(folder, block.image.picture.value.file), 'utf8');
      if (block.placing !== null) {
        const words = { text: [...runs(block.caption ?? []), ' ', ...runs(block.credit ?? [])], fontSize: 8.5 };
        return [{ columns: [{ svg, width: 190 }, words], columnGap: 6 * mm }];
      }
      return [{ svg, width: 158 * mm, margin: outset }, caption(block, outset)];
    }
    case 'aside':
      return [
        { table: { widths: ['*'], body: [[{ stack: all(block.blocks), fillColor: '#E9F1FA' }]] }, layout: 'noBorders' },
      ];
    case 'emblems':
      return [{ columns: block.items.map((/** @type {any} */ { name }) => ({ text: name.value })) }];
    case 'languages':
      return [];
    default:
      throw new Error(`the bench has no pdfmake for "${block.type}"`);
  }
}

/** @param {any} block a table or a figure @param {readonly number[]} margin */
function caption(block, margin) {
  const words = [block.caption, block.credit].flatMap((part) => runs(part ?? []));
  const id = block.id === null ? {} : { id: block.id.value };
  return { text: [...(block.number === null ? [] : [`${block.number}. `]), ...words], fontSize: 8.5, margin, ...id };
}

/** @param {Document} document @param {string} folder */
function definition({ cover, body, imprint, metadata, lang }, folder) {
  const all = (/** @type {readonly any[]} */ blocks) => blocks.flatMap((block) => written(block, 0, folder));
  const margin = [16 * mm, 10 * mm, 16 * mm, 0];
  return {
    info: { title: metadata.title, author: metadata.author, creationDate: new Date(0) },
    lang,
    pageSize: 'A4',
    pageMargins: [52 * mm, 26 * mm, 24 * mm, 34 * mm],
    defaultStyle: { font: 'FiraGO', fontSize: 10.5, lineHeight: 1.35, color: ink },
    header: (/** @type {number} */ page) => (page === 1 ? null : { text: metadata.title, fontSize: 8, margin }),
    footer: (/** @type {number} */ page, /** @type {number} */ of) =>
      page === 1
        ? null
        : { columns: [metadata.author, { text: `${page} / ${of}`, alignment: 'right' }], fontSize: 8, margin },
    content: [
      ...all(cover.before),
      { text: runs(cover.title.children), fontSize: 31, bold: true, color: deep },
      ...all(cover.after),
      { text: '', pageBreak: 'after' },
      ...all(body),
      ...all(imprint?.blocks ?? []),
    ],
  };
}

/** @param {string} file @param {string} out */
async function make(file, out) {
  const document = JSON.parse(readFileSync(file, 'utf8'));
  const bytes = await pdfmake.createPdf(/** @type {any} */ (definition(document, dirname(file)))).getBuffer();
  await writeFile(out, bytes);
  return bytes.length;
}

const [file, out] = process.argv.slice(2);
if (file !== undefined && out !== undefined) await make(file, out);
else
  for await (const line of createInterface({ input: process.stdin })) {
    const [tree = '', to = ''] = line.split('\t');
    const { made: bytes, ...used } = await measured(() => make(tree, to));
    console.log(JSON.stringify({ ...used, bytes, errors: [] }));
  }
