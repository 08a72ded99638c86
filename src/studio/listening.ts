/**
 * What a screen reader says of the page in the preview, line by line, with the field that each line comes from. The page is read
 * as every finished file is; so that its words are found again, each text of the data carries a sign that no text has.
 */
import { languageOf, primaryOf } from '../language/languages.ts';
import { utterancesOf } from '../listen/listen.ts';
import type { Utterance } from '../listen/utterance.ts';
import { outlineOf } from '../outline/read.ts';
import type { HeardLine, HeardPage } from './protocol.ts';

/** The first of a plane for private use: what is there has no letters and no spaces. */
const first = 0xf0000;
const most = 0xfffd;
const sign = /[\u{f0000}-\u{ffffd}]/gu;

export async function heardOf(html: string): Promise<HeardPage> {
  const { marked, paths } = withSigns(html);
  const plain = await read(html);
  const signed = await read(marked);
  const lines = plain.lines.map((line, index) => lineOf(line, signed.lines[index], plain.lang, paths));
  return { lang: plain.lang, lines };
}

async function read(html: string): Promise<{ readonly lang: string | null; readonly lines: readonly Utterance[] }> {
  const outline = await outlineOf(Buffer.from(html, 'utf8'), 'html', 'in-place');
  return { lang: outline.lang, lines: utterancesOf(outline) };
}

function withSigns(html: string): { readonly marked: string; readonly paths: readonly string[] } {
  const paths: string[] = [];
  const signFor = (path: string): string => {
    if (paths.length >= most) return '';
    paths.push(path.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    return String.fromCodePoint(first + paths.length - 1);
  };
  const marked = html.replace(/<(span|img)\b[^>]*>/g, (tag, name) => {
    const path = /\sdata-from="([^"]*)"/.exec(tag)?.[1];
    if (path === undefined) return tag;
    return name === 'span' ? `${tag}${signFor(path)}` : tag.replace(/\salt="/, (alt) => `${alt}${signFor(path)}`);
  });
  return { marked, paths };
}

/** Where the signs have changed what is said, the line is left without its field. */
function lineOf(
  { depth, pieces }: Utterance,
  signed: Utterance | undefined,
  lang: string | null,
  paths: readonly string[],
): HeardLine {
  const words = languageOf(lang ?? 'en').listen;
  const bare = (text: string) => text.replace(sign, '').trim();
  const isSame =
    signed?.pieces.map(({ text }) => bare(text)).join('|') === pieces.map(({ text }) => bare(text)).join('|');
  const found = isSame
    ? signed.pieces.flatMap(({ text }) =>
        [...text.matchAll(sign)].map(([found]) => paths[(found.codePointAt(0) ?? 0) - first]),
      )
    : [];
  const from = [...new Set(found.filter((path) => path !== undefined))];
  // The words of a header come before those of its cell.
  const isCell = pieces.some(({ own, text }) => own && text === words.pause);
  const own = pieces.filter((piece) => piece.own).map(({ text }) => text);
  const isHeading = [1, 2, 3, 4, 5, 6].some((level) => own.includes(words.heading(level)));
  return {
    depth,
    kind: isHeading ? 'heading' : own.includes(words.link) ? 'link' : 'other',
    pieces: pieces.map((piece) => ({
      text: bare(piece.text),
      own: piece.own,
      lang: piece.lang === null || primaryOf(piece.lang) === primaryOf(lang ?? '') ? null : piece.lang,
    })),
    path: (isCell ? from.at(-1) : from[0]) ?? null,
    paths: from,
  };
}
