/** Faults for the judges of braille. */
import { strFromU8, strToU8 } from 'fflate';

/** @param {(text: string) => string} change */
const onText = (change) => (/** @type {Uint8Array} */ bytes) => strToU8(change(strFromU8(bytes)));

/** The first of the longer lines of BRF. @param {(line: string) => string} change */
const inLine = (change) => onText((brf) => brf.replace(/^ {0,2}[^ \r\n][^\r\n]{30,}$/m, change));

/** @type {import('./html.mjs').Fault[]} */
export const brailleFaults = [
  {
    judge: 'liblouis-brf',
    name: 'a letter in other cells',
    expects: /^differs-from-liblouis/,
    plant: onText((brf) => brf.replace(/(?<=[A-Z])[AE](?=[A-Z])/g, 'Q')),
  },
  {
    judge: 'liblouis-brf',
    name: 'words that were lost',
    expects: /^differs-from-liblouis/,
    plant: onText((brf) => brf.replace(/^ {2}[^ \r\n][^\r\n]{20,}$/gm, '  ')),
  },
  {
    judge: 'liblouis-brf',
    name: 'a line of 41 cells',
    expects: /^line-length/,
    plant: inLine((line) => line.padEnd(41, 'A')),
  },
  {
    judge: 'liblouis-brf',
    name: 'a page of 26 lines',
    expects: /^page-length/,
    plant: inLine((line) => `${line}\r\n`),
  },
  {
    judge: 'liblouis-brf',
    name: 'a page that is left out',
    expects: /^page-number/,
    plant: onText((brf) => brf.slice(brf.indexOf('\f') + 1)),
  },
  {
    judge: 'liblouis-brf',
    name: 'a page of print that is not told',
    expects: /^print-pages/,
    plant: onText((brf) => brf.replace(/^-{4,}#A\r$/m, '\r')),
  },
  {
    judge: 'liblouis-brf',
    name: 'a sign that is no cell',
    expects: /^no-cell/,
    plant: inLine((line) => line.replace(/[A-Z]/, 'a')),
  },
  {
    judge: 'liblouis-pef',
    name: 'a file without an identifier',
    expects: /^pef-schema/,
    plant: onText((pef) => pef.replace(/<dc:identifier>.*?<\/dc:identifier>\s*/, '')),
  },
  {
    judge: 'liblouis-pef',
    name: 'letters in a row',
    expects: /^pef-schema/,
    plant: onText((pef) => pef.replace(/<row>\u2800/, '<row>A')),
  },
  {
    judge: 'liblouis-pef',
    name: 'a row that was lost',
    expects: /^page-length/,
    plant: onText((pef) => pef.replace(/<row>.*?<\/row>\n/, '')),
  },
];
