/**
 * poppler, which most readers on Linux are built on: fonts embedded and readable as text, and the text all there. What
 * "all" is, the HTML edition beside the PDF says; the exact comparison, in order, is tests/outline's work.
 */
import { readFile } from 'node:fs/promises';
import { isThere, missing, run } from '../process.mjs';
import { lostWords } from '../words.mjs';

/** @type {import('../judges.mjs').Judge} */
export const poppler = {
  name: 'poppler',
  format: 'pdf',
  available: () => missing({ programs: ['pdffonts', 'pdftotext', 'pdfinfo'] }),
  judge: (files) => Promise.all(files.map(judgeOne)),
};

/** @param {string} file */
async function judgeOne(file) {
  const found = await Promise.all([fonts(file), text(file), layout(file), facts(file)]);
  return found.flat();
}

/**
 * The fonts of a PDF as pdffonts lists them.
 *
 * @param {string} file
 */
export async function fontsOf(file) {
  const { stdout } = await run('pdffonts', [file]);
  const [heads = '', , ...rows] = stdout.trimEnd().split('\n');
  if (!heads.startsWith('name')) throw new Error(`pdffonts says: ${stdout}`);
  return rows.map((row) => {
    const [, name = row, type = '', embedded, unicode] = line.exec(row) ?? [];
    return { name, type, embedded: embedded === 'yes', unicode: unicode === 'yes' };
  });
}

/** Name, type, encoding, embedded, subset, ToUnicode, object. A name may be longer than its column, and types have spaces. */
const line = /^(\S+) +(\S.*?) +\S+ +(yes|no) +(?:yes|no) +(yes|no) +\d+ +\d+$/;

/** @param {string} file */
async function fonts(file) {
  const all = await fontsOf(file);
  return [
    ...(all.length === 0 ? [{ rule: 'no-fonts', message: 'no font, so no text' }] : []),
    ...all.filter(({ embedded }) => !embedded).map(({ name }) => ({ rule: 'font-not-embedded', message: name })),
    ...all.filter(({ type }) => type === 'Type 3').map(({ name }) => ({ rule: 'type-3-font', message: name })),
    ...all
      .filter(({ unicode }) => !unicode)
      .map(({ name }) => ({ rule: 'font-without-text', message: `${name} has no ToUnicode` })),
  ];
}

/** @param {string} file */
async function text(file) {
  const { stdout } = await run('pdftotext', [file, '-']);
  const found = /[\uFFFD\uE000-\uF8FF]/u.test(stdout)
    ? [{ rule: 'unreadable-text', message: 'characters that are no text' }]
    : [];
  const page = file.replace(/pdf$/, 'html');
  if (!(await isThere(page))) return found;
  const lost = lostWords(await readFile(page, 'utf8'), stdout);
  return lost.length === 0
    ? found
    : [...found, { rule: 'text-lost', message: `of the HTML edition: ${lost.join(' ')}` }];
}

/** Words that lie over each other or beyond the page. @param {string} file */
async function layout(file) {
  const { stdout } = await run('pdftotext', ['-bbox', file, '-']);
  return stdout
    .split('<page ')
    .slice(1)
    .flatMap((page, index) => {
      const [width = 0, height = 0] = [...page.matchAll(/(?:width|height)="([\d.]+)"/g)].map(([, size]) =>
        Number(size),
      );
      const words = [...page.matchAll(box)].map(word);
      const off = words.filter(
        ({ left, right, top, bottom }) => left < 0 || top < 0 || right > width || bottom > height,
      );
      return [
        ...off.map(({ text }) => ({ rule: 'text-off-page', message: text, where: `page ${index + 1}` })),
        ...overlaps(words).map((message) => ({ rule: 'overlapping-text', message, where: `page ${index + 1}` })),
      ];
    });
}

const box = /<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">([^<]*)/g;

/** @param {RegExpMatchArray} match */
function word([, left, top, right, bottom, text = '']) {
  return { left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom), text };
}

/** Lines may be set closer than their fonts' boxes, so only the middle half of each counts. @param {ReturnType<typeof word>[]} words */
function overlaps(words) {
  return words.flatMap((one, index) =>
    words
      .slice(index + 1)
      .filter((other) => {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        return across > 1 && down > Math.min(one.bottom - one.top, other.bottom - other.top) / 2;
      })
      .map((other) => `“${one.text}” lies over “${other.text}”`),
  );
}

/** @param {string} file */
async function facts(file) {
  const { stdout, stderr } = await run('pdfinfo', [file]);
  const complaints = stderr.split('\n').filter((complaint) => complaint !== '' && complaint !== ownFault);
  const found = complaints.map((message) => ({ rule: 'complaint', message }));
  return /^Tagged: +yes$/m.test(stdout) ? found : [...found, { rule: 'untagged', message: 'not tagged' }];
}

/** poppler 22 says so of `/Suspects false`, which is right (ISO 32000-1, table 321). */
const ownFault = 'Syntax Error: Suspects object is wrong type (boolean)';
