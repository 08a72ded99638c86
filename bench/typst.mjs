/**
 * A Document as a Typst source with the same words, headings, lists, tables, figures, references and languages, in the same
 * type and grid: what a good hand would write for this look, without the lanes.
 *
 * @typedef {import('../dist/model/document.js').Document} Document
 * @typedef {import('../dist/model/document.js').Block} Block
 * @typedef {import('../dist/model/document.js').Figure} Figure
 * @typedef {import('../dist/model/document.js').Inlines} Inlines
 * @typedef {import('../dist/model/document.js').Link} Link
 * @typedef {import('../dist/model/picture.js').Picture} Picture
 * @typedef {import('../dist/model/table.js').Table} Table
 * @typedef {import('../dist/model/table.js').Row} Row
 */

/** Sizes, colours and spaces are those of the theme "gza" on paper; its text begins beside a rail, tables and pictures do not. */
const preamble = `#set page(
  width: 210mm, height: 297mm, margin: (left: 52mm, right: 24mm, top: 26mm, bottom: 34mm),
  header: context if here().page() > 1 {
    let before = query(selector(heading.where(level: 1)).before(here()))
    running(document.title, if before.len() > 0 { before.last().body })
  },
  footer: context if here().page() > 1 {
    running(document.author.join(), text(weight: 600, size: 10pt, fill: deep, counter(page).display("1 / 1", both: true)))
  },
)
#set text(font: "FiraGO", size: 10.5pt, fill: rgb("#16233B"), fallback: false)
#set par(leading: 0.84em, spacing: 1.5em)
#set list(marker: ([•], [–]), body-indent: 4mm, spacing: 1.17em)
#set enum(body-indent: 6mm, spacing: 1.7em)
#set table(stroke: (x: none, y: 0.5pt + rgb("#CBD5E3")), inset: (x: 2mm, y: 6.5pt))
#set figure(gap: 7pt)
#set figure.caption(separator: [. ])
#show link: set text(fill: rgb("#1F5CB5"))
#show ref: set text(fill: rgb("#1F5CB5"))
#show title: set text(size: 31pt, weight: 600, fill: deep)
#show heading: set text(weight: 600, fill: deep)
#show heading.where(level: 1): set text(size: 23pt)
#show heading.where(level: 1): set block(above: 60pt, below: 20pt)
#show heading.where(level: 2): set text(size: 15pt, fill: rgb("#1F5CB5"))
#show heading.where(level: 2): set block(above: 34pt, below: 15pt)
#show outline.entry.where(level: 1): set text(weight: 600, fill: deep)
#show figure: it => pad(left: -36mm, right: -8mm, it)
#show figure.caption: it => align(start, text(size: 8.5pt, it))
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: table): set block(breakable: true)
#show table: set text(size: 9pt)
#show table: set par(leading: 0.65em)
#show table.cell.where(y: 0): set text(weight: 600, fill: deep)
#let lead(body) = par(text(size: 13pt, fill: deep, body))
#let small(body) = block(text(size: 8.5pt, body))
#let outset(body) = pad(left: -36mm, right: -8mm, body)
#let half(picture, words) = grid(columns: (1fr, 1fr), gutter: 6mm, picture, align(horizon + start, text(size: 8.5pt, words)))
#let panel(body) = block(width: 100%, fill: rgb("#E9F1FA"), stroke: (left: 1.4mm + rgb("#1F5CB5")), inset: 5.6mm, body)
#let slot(body) = box(width: 44mm, height: 18mm, stroke: 0.35mm + rgb("#5F80B4"), inset: 2mm, align(center + horizon, body))
`;
const definitions = `#let deep = rgb("#0E2F6B")
#let running(start, end) = pad(left: -36mm, right: -8mm, text(size: 8pt, fill: rgb("#4C5B75"), grid(columns: (1fr, auto), start, end)))
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
  const numbered = body.some(({ number }) => number !== null);
  const blocks = (/** @type {readonly Block[]} */ parts, level = 0) =>
    parts.map((part) => blockOf(part, level, pictures)).join('\n');
  const source = [
    definitions,
    `#set document(title: ${quoted(metadata.title)}, author: ${quoted(metadata.author)}, date: none)`,
    `#set text(lang: ${quoted(lang)})`,
    preamble,
    ...(numbered ? ['#set heading(numbering: "1.1")'] : []),
    blocks(cover.before),
    `#title[${inlines(cover.title.children)}]`,
    blocks(cover.after),
    '#pagebreak()',
    blocks(body),
    imprint === null ? '' : blocks(imprint.blocks),
  ].join('\n');
  return { source, pictures };
}

/** @param {Block} block @param {number} level of the section that it is in @param {Map<string, Uint8Array>} pictures @returns {string} */
function blockOf(block, level, pictures) {
  const all = (/** @type {readonly Block[]} */ parts, deeper = level) =>
    parts.map((part) => blockOf(part, deeper, pictures)).join('\n');
  switch (block.type) {
    case 'section': {
      const listed = block.blocks.some(({ type }) => type === 'contents') ? ', numbering: none, outlined: false' : '';
      return `#heading(level: ${level + 1}${listed})[${inlines(block.title)}] #label(${quoted(block.id.value)})\n${all(block.blocks, level + 1)}`;
    }
    case 'contents':
      return `#outset(outline(title: none, depth: ${Math.max(...block.entries.map((entry) => entry.level))}))`;
    case 'paragraph':
      return `#${block.look === 'lead' ? 'lead' : 'par'}[${inlines(block.children)}]`;
    case 'list':
      return `#${block.ordered ? 'enum' : 'list'}(${block.items.map((item) => `[${all(item.blocks)}]`).join(', ')})`;
    case 'aside':
      return `#panel[${all(block.blocks)}]`;
    case 'table':
      return tableOf(block);
    case 'figure':
      return figureOf(block, pictures);
    case 'emblems':
      return block.items.map(({ name }) => `#slot[${text(name.value)}]`).join(' ');
    // One of them is made alone, and names no others.
    case 'languages':
      return '';
    default:
      throw new Error(`the bench has no Typst for "${block.type}"`);
  }
}

/** What Typst counts: its kind's word, and the name for references. @param {Table | Figure} block */
function counted({ number, id }) {
  const supplement = number === null ? 'supplement: none, numbering: none' : `supplement: [${text(wordOf(number))}]`;
  return { supplement, label: id === null ? '' : ` #label(${quoted(id.value)})` };
}

/** @param {Table} table */
function tableOf(table) {
  const { columns, head, body, foot, caption, source } = table;
  const { supplement, label } = counted(table);
  const cells = (/** @type {readonly Row[]} */ rows) =>
    rows.flatMap((row) =>
      row.cells.map(({ blocks }) => {
        const words = blocks.map((block) => (block.type === 'paragraph' ? inlines(block.children) : ''));
        return `[${words.join(' ')}]`;
      }),
    );
  const line = 'table.hline(stroke: 1pt + deep)';
  const parts = [
    `columns: (${columns.map(({ share }) => `${share}fr`).join(', ')})`,
    `align: (${columns.map(({ align }) => align).join(', ')})`,
    `table.header(${cells(head).join(', ')})`,
    line,
    ...cells(body),
    ...cells(foot),
    line,
  ];
  const made = `#figure(kind: table, ${supplement}, caption: [${inlines(caption ?? [])}], table(${parts.join(', ')}))${label}`;
  return source === null ? made : `${made}\n#outset(small[${inlines(source)}])`;
}

/** @param {Figure} figure @param {Map<string, Uint8Array>} pictures */
function figureOf(figure, pictures) {
  const { picture, alt } = figure.image;
  const name = /** @type {string} */ (picture.value.file.split('/').at(-1));
  pictures.set(name, picture.value.bytes);
  const { supplement, label } = counted(figure);
  const image = `image(${quoted(name)}, width: ${figure.look === 'qr' ? '28mm' : '100%'}, alt: ${quoted(alt?.value ?? '')})`;
  const words = [figure.caption, figure.credit].map((part) => inlines(part ?? [])).join(' ');
  if (figure.placing !== null) return `#half(${image}, [${words}])`;
  return `#figure(${image}, caption: [${words}], ${supplement})${label}`;
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
          return linkOf(node, spoken);
        case 'lineBreak':
          return '#linebreak()';
        default:
          return spoken;
      }
    })
    .join('');
}

/** A reference has its number from Typst. @param {Link} link @param {string} words */
function linkOf({ target, quotes, children }, words) {
  if (target.type === 'web') return `#link(${quoted(target.href.value)})[${words}]`;
  if (target.type !== 'place') return words;
  const label = `label(${quoted(target.id.value)})`;
  const [only] = children;
  if (!quotes || only?.type !== 'text') return `#link(${label})[${words}]`;
  return `#ref(${label}, supplement: [${text(wordOf(only.value))}])`;
}

/** The word of „ცხრილი 3“. @param {string} numbered */
function wordOf(numbered) {
  return numbered.replace(/\s[\d.]+$/, '');
}

/** Content that is this text and no markup. @param {string} value */
function text(value) {
  return `#${quoted(value)}`;
}

/** @param {string} value */
function quoted(value) {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}
