/** Plain text: UTF-8, lines of so many characters or a paragraph a line, for what shows no other and for those who want no more. */
import { printedAddress, readableAddress } from '../../model/address.ts';
import type { Document, Lang } from '../../model/document.ts';
import { boundLine, boundRuns, type Joins } from '../linear/bound.ts';
import { unsteered } from '../linear/inlines.ts';
import type { LinearLine, LinearRun } from '../linear/line.ts';
import { linearLines } from '../linear/lines.ts';
import { editionFile, type FormatWriter, type Job } from '../targets.ts';
import { joins } from '../typesetting.ts';
import { wrap } from './wrap.ts';

export const text: FormatWriter = { format: 'txt', extension: 'txt', write };

async function write(document: Document, job: Job): Promise<Uint8Array> {
  const context: TextContext = { job, width: job.text?.wrap ?? 72 };
  const edition = (lang: Lang) => editionFile(job, lang, 'txt');
  const lines = linearLines(document, edition).map((line) => boundLine(line, joinsFor(context)));
  const blocks = [
    ...setHead(document, context),
    ...lines.map((line) => setLine(line, context)),
    ...setNotes(lines, context),
  ];
  const all = blocks.flatMap(({ apart, lines: own }, index) => (apart && index > 0 ? ['', ...own] : own));
  return new TextEncoder().encode(`${all.join('\n')}\n`);
}

interface TextContext {
  readonly job: Job;
  /** Characters of a line; 0 for lines as long as their paragraphs. */
  readonly width: number;
}

const joinsFor =
  ({ width }: TextContext): Joins =>
  (text, lang) =>
    joins(text, lang, width === 0 ? undefined : width);

interface TextBlock {
  readonly lines: readonly string[];
  /** Whether an empty line stands before it. */
  readonly apart: boolean;
}

function setLine(line: LinearLine, context: TextContext): TextBlock {
  const words = wordsOf(line.runs);
  const { picture, columns, box, boxEnd } = context.job.language.chrome;
  switch (line.type) {
    case 'heading':
      return setHeading(words, line.level, context);
    case 'paragraph':
    case 'caption':
    case 'row':
      return set(words, context, { indent: line.depth, apart: true });
    case 'term':
      return set(words, context, { indent: line.depth, apart: line.apart });
    case 'item':
      return set(words, context, { indent: line.depth - 1, apart: line.apart, label: line.label?.text });
    case 'figure':
      return set(`[${picture}: ${words}]`, context, { indent: line.depth, apart: line.apart });
    case 'columns':
      return set(`${columns}: ${words}`, context, { indent: line.depth, apart: true });
    case 'cell':
      return set(line.label === null ? words : `${line.label.text} ${words}`, context, {
        indent: line.depth + 1,
        apart: false,
        label: '-',
      });
    case 'box':
      return set(words === '' ? `[${box}]` : `[${box}: ${words}]`, context, { indent: line.depth, apart: true });
    case 'boxEnd':
      return set(`[${boxEnd}]`, context, { indent: line.depth, apart: true });
    case 'entry':
      return set(words, context, { indent: line.depth + line.level - 1, apart: line.apart, label: '→' });
    case 'note':
      return set(words, context, { indent: 0, apart: line.apart, label: line.label?.text });
    default:
      return line.type satisfies never;
  }
}

interface BlockStyle {
  /** In steps of two characters. */
  readonly indent: number;
  readonly apart: boolean;
  readonly label?: string | undefined;
}

function set(words: string, { width }: TextContext, { indent, apart, label }: BlockStyle): TextBlock {
  return {
    lines: wrap(words, { width, indent: 2 * indent, label: label ?? '' }),
    apart,
  };
}

/** What catalogues ask of a document, a line each, as texts of libraries have it. */
function setHead({ metadata, lang }: Document, context: TextContext): TextBlock[] {
  const { title, author, description, keywords, date } = metadata;
  const { name, chrome } = context.job.language;
  const facts = [title, author, name, date, description, keywords.join(', ')];
  return chrome.catalogue.flatMap((fact, index): TextBlock[] => {
    const text = unsteered(facts[index] ?? '').trim();
    const words = wordsOf(boundRuns([{ type: 'text', text, lang }], joinsFor(context)));
    return words === '' ? [] : [set(words, context, { indent: 0, apart: false, label: `${fact}:` })];
  });
}

/** The title is underlined with `=`, a chapter with `-`, what is in it with `~`. */
const underlines = ['=', '-', '~'];

function setHeading(words: string, level: number, { width }: TextContext): TextBlock {
  const lines = wrap(words, { width, indent: 0, label: '' });
  const longest = Math.max(3, ...lines.map((each) => [...each].length));
  const under = underlines[Math.min(level, underlines.length) - 1] ?? '~';
  return { lines: [...lines, under.repeat(width === 0 ? longest : Math.min(longest, width))], apart: true };
}

/** The notes are at the end, under a heading as of the title, which no section of a document has. */
function setNotes(lines: readonly LinearLine[], context: TextContext): TextBlock[] {
  const notes = lines.flatMap((line) => line.notes);
  if (notes.length === 0) return [];
  return [
    setHeading(context.job.language.chrome.notes, 1, context),
    ...notes.map(({ mark, runs }) => set(wordsOf(runs), context, { indent: 0, apart: true, label: mark })),
  ];
}

/** Runs as text, with where links lead, and a break as the end of a line. */
function wordsOf(runs: readonly LinearRun[]): string {
  return runs
    .map(textOfRun)
    .join('')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n');
}

/** A whole address, which programs make a link of, is between angle brackets behind its words; what is in the document, between round ones. */
function textOfRun({ type, text }: LinearRun): string {
  if (type === 'break') return '\n';
  return type === 'address' ? ` <${addressIn(text)}>` : type === 'place' ? ` (→ ${text})` : text;
}

/** Mail addresses and numbers are known for what they are; a web address is one by its scheme. */
function addressIn(target: string): string {
  if (/^(?:mailto|tel):/.test(target)) return printedAddress(target);
  return /^https?:/.test(target) ? readableAddress(target) : target;
}
