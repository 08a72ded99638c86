/**
 * A Document as a Typst source with the same text, headings, lists, figures and languages, in the same type and grid:
 * what a good hand would write for this look, without the lanes.
 *
 * @typedef {import('../dist/model/document.js').Document} Document
 * @typedef {import('../dist/model/document.js').Block} Block
 * @typedef {import('../dist/model/document.js').Inlines} Inlines
 * @typedef {import('../dist/model/picture.js').Picture} Picture
 */

/** Sizes, colours and spaces are those of the theme "gza" on paper. */
export const preamble = `#set page(width: 210mm, height: 297mm, margin: (x: 16mm, top: 26mm, bottom: 34mm), numbering: "1")
#set text(font: "FiraGO", size: 10.5pt, fill: rgb("#16233B"), fallback: false)
#set par(leading: 5.5pt, spacing: 12pt)
#set list(marker: ([•], [–]), body-indent: 6mm)
#set enum(body-indent: 6mm)
#show link: set text(fill: rgb("#1F5CB5"))
#show heading: set text(weight: 600, fill: rgb("#0E2F6B"))
#show heading.where(level: 2): set text(size: 23pt)
#show heading.where(level: 3): set text(size: 15pt, fill: rgb("#1F5CB5"))
#let lead(body) = par(text(size: 13pt, fill: rgb("#0E2F6B"), body))
#let panel(body) = block(fill: rgb("#E9F1FA"), stroke: (left: 1.4mm + rgb("#1F5CB5")), inset: 7mm, body)
#let slot(body) = box(width: 44mm, height: 18mm, stroke: 0.35mm + rgb("#5F80B4"), inset: 2mm, align(center + horizon, body))
`;

/**
 * The source, and the pictures that it names, by file name.
 *
 * @param {Document} document
 */
export function typstOf(document) {
  /** @type {Map<string, Uint8Array>} */
  const pictures = new Map();
  const { cover, body, imprint, metadata, lang } = document;
  const blocks = (/** @type {readonly Block[]} */ parts, level = 1) =>
    parts.map((part) => blockOf(part, level, pictures)).join('\n');
  const source = [
    preamble,
    `#set document(title: ${quoted(metadata.title)}, author: ${quoted(metadata.author)}, date: none)`,
    `#set text(lang: ${quoted(lang)})`,
    blocks(cover.before),
    `#heading(level: 1, text(size: 31pt)[${inlines(cover.title.children)}])`,
    blocks(cover.after),
    '#pagebreak()',
    blocks(body),
    imprint === null ? '' : blocks(imprint.blocks),
  ].join('\n');
  return { source, pictures };
}

/** @param {Block} block @param {number} level of the section that it stands in @param {Map<string, Uint8Array>} pictures @returns {string} */
function blockOf(block, level, pictures) {
  const all = (/** @type {readonly Block[]} */ parts, deeper = level) =>
    parts.map((part) => blockOf(part, deeper, pictures)).join('\n');
  switch (block.type) {
    case 'section':
      return `#heading(level: ${level + 1})[${inlines(block.title)}] #label(${quoted(block.id.value)})\n${all(block.blocks, level + 1)}`;
    case 'paragraph':
      return `#${block.look === 'lead' ? 'lead' : 'par'}[${inlines(block.children)}]`;
    case 'list':
      return `#${block.ordered ? 'enum' : 'list'}(${block.items.map((item) => `[${all(item.blocks)}]`).join(', ')})`;
    case 'aside':
      return `#panel[${all(block.blocks)}]`;
    case 'figure': {
      const { picture, alt } = block.image;
      const caption = [block.caption, block.credit].map((part) => inlines(part ?? [])).join(' ');
      return `#figure(${image(picture.value, alt?.value ?? '', pictures)}, caption: [${caption}], supplement: none, numbering: none)`;
    }
    case 'emblems':
      return block.items.map(({ name }) => `#slot[${text(name.value)}]`).join(' ');
    case 'languages':
      return `#par[${block.editions.map(({ lang, name }) => `#text(lang: ${quoted(lang)}, ${quoted(name)})`).join(' | ')}]`;
    default:
      throw new Error(`the bench has no Typst for "${block.type}"`);
  }
}

/** @param {Picture} picture @param {string} alt @param {Map<string, Uint8Array>} pictures */
function image(picture, alt, pictures) {
  const name = /** @type {string} */ (picture.file.split('/').at(-1));
  pictures.set(name, picture.bytes);
  return `image(${quoted(name)}, width: 100%, alt: ${quoted(alt)})`;
}

/** @param {Inlines} nodes @returns {string} */
function inlines(nodes) {
  return nodes
    .map((node) => {
      const inner = node.type === 'text' ? text(node.value) : 'children' in node ? inlines(node.children) : '';
      const spoken = node.lang === null ? inner : `#text(lang: ${quoted(node.lang)})[${inner}]`;
      switch (node.type) {
        case 'strong':
          return `#strong[${spoken}]`;
        case 'emphasis':
          return `#emph[${spoken}]`;
        case 'link':
          return node.target.type === 'web' ? `#link(${quoted(node.target.href.value)})[${spoken}]` : spoken;
        case 'lineBreak':
          return '#linebreak()';
        default:
          return spoken;
      }
    })
    .join('');
}

/** Content that is this text and no markup. @param {string} value */
function text(value) {
  return `#${quoted(value)}`;
}

/** @param {string} value */
export function quoted(value) {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}
