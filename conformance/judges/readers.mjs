/**
 * What people copy and search: programs that know nothing of tags have the glyphs alone and what each stands for. `readers` asks whether
 * they have every word of the HTML edition beside the PDF; `letters` whether they have the texts of `inputs/letters.json` sign for
 * sign, which share glyphs, have several, or marks.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { conformance, python } from '../places.mjs';
import { isThere, missing, run } from '../process.mjs';
import { lostWords } from '../words.mjs';

const needs = { files: [python], programs: ['pdftotext'] };

/** @type {import('../judges.mjs').Judge} */
export const readers = {
  name: 'readers',
  format: 'pdf',
  available: () => missing(needs),
  judge: (files) => judgeAll(files, judgeWords),
};

/** @type {import('../judges.mjs').Judge} */
export const letters = {
  name: 'letters',
  format: 'pdf',
  files: /^letters[^/]*\//,
  available: () => missing(needs),
  judge: async (files) => {
    const texts = textsIn(JSON.parse(await readFile(join(conformance, 'inputs', 'letters.json'), 'utf8')));
    return judgeAll(files, async (_file, copied) =>
      Object.entries(copied).flatMap(([reader, text]) => {
        const changed = texts.filter((each) => !joined(text).includes(joined(each)));
        return changed.map((message) => ({ rule: 'letters-changed', message, where: reader }));
      }),
    );
  },
};

/**
 * @typedef {Readonly<Record<string, string>>} Copied What each program has of a file.
 *
 * @param {readonly string[]} files
 * @param {(file: string, copied: Copied) => Promise<import('../judges.mjs').Finding[]>} judge
 */
async function judgeAll(files, judge) {
  const { code, stdout, stderr } = await run(python, ['-B', join(conformance, 'pdf', 'readers.py'), ...files]);
  if (code !== 0) throw new Error(stderr);
  /** @type {Copied[]} */
  const copied = JSON.parse(stdout);
  const judged = [];
  for (const [index, file] of files.entries()) {
    const poppler = (await run('pdftotext', [file, '-'])).stdout;
    judged.push(await judge(file, { ...copied[index], poppler, 'pdf.js': await copiedByPdfJs(file) }));
  }
  return judged;
}

/** @param {string} file @param {Copied} copied */
async function judgeWords(file, copied) {
  const page = file.replace(/pdf$/, 'html');
  if (!(await isThere(page))) return [];
  const html = await readFile(page, 'utf8');
  return Object.entries(copied).flatMap(([reader, text]) => {
    const lost = lostWords(html, text);
    return lost.length === 0 ? [] : [{ rule: 'text-lost', message: lost.join(' '), where: reader }];
  });
}

/** @param {string} file */
async function copiedByPdfJs(file) {
  const document = await getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 }).promise;
  let text = '';
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    text += items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
    text += '\n';
  }
  await document.destroy();
  return text;
}

/** What readers of the page see of a data file's texts, without the marks in them. @param {unknown} value @returns {string[]} */
function textsIn(value) {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    if (key === 'description' || key === 'keywords' || key === 'emblems') return [];
    if (key === 'en') return [String(each).replace(/\*+|\[|\]\{lang=\w+\}/g, '')];
    return textsIn(each);
  });
}

/** Lines end where they may, and a no-break space is copied as a space. @param {string} text */
function joined(text) {
  return text.replace(/\s+/g, ' ');
}
