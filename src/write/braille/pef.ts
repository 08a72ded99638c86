/** PEF, the Portable Embosser Format 2008-1 (braillespecs.github.io/pef). */

import type { Document } from '../../model/document.ts';
import { escapeXml } from '../../text.ts';
import { editionFile, type Job } from '../targets.ts';
import type { SetPages } from './braille.ts';

export function asPef({ metadata, lang }: Document, job: Job, { pages, size }: SetPages): Uint8Array {
  const { title, author, description, date } = metadata;
  const about = {
    format: 'application/x-pef+xml',
    identifier: editionFile(job, lang, 'pef'),
    title,
    creator: author,
    description: `${description} ${job.language.braille.name}. ${job.language.chrome.brailleMade}`,
    language: lang,
    date,
  };
  const rows = (lines: readonly string[]) => lines.map((line) => row(line)).join('\n');
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<pef version="2008-1" xmlns="http://www.daisy.org/ns/2008/pef">',
    '<head>',
    '<meta xmlns:dc="http://purl.org/dc/elements/1.1/">',
    ...Object.entries(about).map(([name, value]) => `<dc:${name}>${escapeXml(value)}</dc:${name}>`),
    '</meta>',
    '</head>',
    '<body>',
    `<volume cols="${size.cells}" rows="${size.lines}" rowgap="0" duplex="true">`,
    '<section>',
    ...pages.map((lines) => `<page>\n${rows(lines)}\n</page>`),
    '</section>',
    '</volume>',
    '</body>',
    '</pef>',
    '',
  ].join('\n');
  return new TextEncoder().encode(text);
}

function row(line: string): string {
  return line.trim() === '' ? '<row/>' : `<row>${line.trimEnd().replaceAll(' ', '\u2800')}</row>`;
}
