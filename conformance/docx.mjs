/** As much of a DOCX as the judges need to know: its parts, its text, and the fonts that it brings. */
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';

/**
 * @param {string} file
 * @returns {Promise<Readonly<Record<string, Uint8Array>>>} parts by name
 */
export async function readDocx(file) {
  return unzipSync(await readFile(file));
}

/** @param {Readonly<Record<string, Uint8Array>>} docx @param {string} name */
export function part(docx, name) {
  const bytes = docx[name];
  return bytes === undefined ? '' : strFromU8(bytes);
}

/** The families that the file embeds a regular face of. @param {Readonly<Record<string, Uint8Array>>} docx */
export function embeddedFamilies(docx) {
  return [...part(docx, 'word/fontTable.xml').matchAll(/<w:font [^>]*w:name="([^"]+)"[^>]*>(.*?)<\/w:font>/gs)]
    .filter(([, , body = '']) => body.includes('<w:embedRegular'))
    .map(([, name = '']) => name);
}

/** What the body says: the paragraphs' texts, a line each. @param {Readonly<Record<string, Uint8Array>>} docx */
export function textOf(docx) {
  return (
    part(docx, 'word/document.xml')
      .replace(/<\/w:p>|<w:(br|tab|cr)\b[^>]*\/>/g, '\n')
      // What a field is told to do is no text.
      .replace(/<w:instrText\b[^>]*>[^<]*<\/w:instrText>/g, '')
      .replace(/<w:t\b[^>]*>([^<]*)<\/w:t>|<[^>]*>/g, (_, text) => text ?? '')
      .replace(/&(lt|gt|quot|apos|amp|#x?[0-9a-f]+);/gi, (whole, name) => entities[name] ?? whole)
  );
}

/** @type {Readonly<Record<string, string>>} */
const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
