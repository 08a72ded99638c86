/** A text of the bench as Word, by the package docx alone: `node docx-peer.mjs FILE LANG OUT`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { Document, HeadingLevel, Packer, Paragraph, TableOfContents } from 'docx';
import { partsOf } from './texts.mjs';

const [file = '', lang = 'ka', out = ''] = process.argv.slice(2);
const document = JSON.parse(readFileSync(file, 'utf8'));
const children = partsOf(document, lang === 'en' ? 'en' : 'ka').flatMap((/** @type {any} */ { title, parts }) => [
  new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
  ...parts.flatMap((/** @type {any} */ { text, items }) =>
    items === undefined
      ? [new Paragraph(text)]
      : items.map((/** @type {string} */ item) => new Paragraph({ text: item, bullet: { level: 0 } })),
  ),
]);
const made = new Document({ sections: [{ children: [new TableOfContents('Contents'), ...children] }] });
writeFileSync(out, await Packer.toBuffer(made));
