/**
 * Reads plain text as our writer sets it: headings are underlined, empty lines part paragraphs, bullets, numbers and arrows open
 * items, and lines go on where the text of the line before began.
 */
import { say } from '../../finished/say.ts';
import { allLanguages } from '../../language/languages.ts';
import { readable } from '../address.ts';
import type { Outline } from '../outline.ts';
import { type NotePlaces, settle, type UnsettledNode } from '../settle.ts';
import { sayWords } from '../text.ts';

export function readText(bytes: Uint8Array, noted: NotePlaces = 'gathered'): Outline {
  const { title, lines } = withoutHead(new TextDecoder().decode(bytes).split(/\r?\n/));
  const from = notesFrom(lines);
  const notes = from === null ? [] : blocksOf(lines.slice(from), noteOpener);
  // Where there is something else than notes, it is no list of them.
  const areNotes = notes.length > 0 && notes.every(({ label }) => label !== null && noteOpener.test(label));
  const marks = new Set(areNotes ? notes.map(({ label }) => label ?? '') : []);
  const body = blocksOf(areNotes && from !== null ? lines.slice(0, from - 2) : lines, opener);
  const parts = [
    ...body.flatMap((block) => node(block, marks)),
    ...[...notes].flatMap(({ label, words }): UnsettledNode[] => {
      if (!areNotes || label === null) return [];
      return [{ role: 'note', label: numberIn(label), parts: [{ role: 'paragraph', parts: runs(words, marks) }] }];
    }),
  ];
  return { lang: null, title, nodes: settle(parts, noted), unread: [] };
}

/** What stands before the text for catalogues: of these facts, the title. */
function withoutHead(lines: readonly string[]): { readonly title: string | null; readonly lines: readonly string[] } {
  const end = lines.findIndex((line) => line.trim() === '');
  const [first, ...others] = blocksOf(lines.slice(0, Math.max(0, end)), fact);
  const { chrome } = allLanguages.find((each) => first?.label === `${each.chrome.catalogue[0]}:`) ?? {};
  const hasLanguage = others.some(({ label }) => label === `${chrome?.catalogue[2]}:`);
  return first !== undefined && hasLanguage
    ? { title: sayWords(first.words), lines: lines.slice(end) }
    : { title: null, lines };
}

const fact = new RegExp(`^((?:${allLanguages.flatMap(({ chrome }) => chrome.catalogue).join('|')}):)(?= |$)`);

interface TextBlock {
  readonly label: string | null;
  readonly words: string;
  /** Of a heading; null for anything else. */
  readonly level: number | null;
}

const opener = /^([•→-]|\d+\.|\[\d+\])(?= |$)/;
/** A note, in whatever form its document calls it. */
const noteOpener = /^(\[(?:[^\][]* )?\**\d+\])(?= |$)/;
const numberIn = (mark: string): string => /\d+/.exec(mark)?.[0] ?? mark;
const underline = /^(?:={3,}|-{3,}|~{3,})$/;

interface OpenBlock {
  readonly label: string | null;
  readonly begins: number;
  /** Where its next lines begin. */
  readonly hang: number;
  readonly words: readonly string[];
}

function blocksOf(lines: readonly string[], opener: RegExp): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let open: OpenBlock | null = null;
  for (const line of [...lines, '']) {
    const shown = line.trim();
    const indent = line.length - line.trimStart().length;
    const level: number | null = underline.test(shown) ? '=-~'.indexOf(shown[0] ?? '') + 1 : null;
    if (open !== null && (shown === '' || level !== null || opener.test(shown) || !goesOn(open, indent))) {
      blocks.push({ label: open.label, words: say(open.words.join(' ')).trim(), level });
      open = null;
      if (level !== null) continue;
    }
    if (shown === '') continue;
    open = open === null ? opened(shown, indent, opener) : extended(open, shown);
  }
  return blocks;
}

/** In narrow lines the next ones do not go as far in as the label. */
function goesOn({ label, begins, hang }: OpenBlock, indent: number): boolean {
  return indent === hang || (label !== null && indent >= begins && indent < hang);
}

function extended(open: OpenBlock, shown: string): OpenBlock {
  return { ...open, words: [...open.words, shown] };
}

function opened(shown: string, indent: number, opener: RegExp): OpenBlock {
  const label = opener.exec(shown)?.[1] ?? null;
  const hang = indent + (label === null ? 0 : label.length + 1);
  return { label, begins: indent, hang, words: [label === null ? shown : shown.slice(label.length).trim()] };
}

/** The line behind the heading over the notes: one as of the title, which no other part of a document has. */
function notesFrom(lines: readonly string[]): number | null {
  const title = lines.findIndex((line) => /^={3,}$/.test(line));
  const under = lines.findLastIndex((line) => /^={3,}$/.test(line));
  const isHeaded = under > title && allLanguages.some(({ chrome }) => chrome.notes === lines[under - 1]);
  return isHeaded ? under + 1 : null;
}

function node({ label, words, level }: TextBlock, marks: ReadonlySet<string>): UnsettledNode[] {
  if (level !== null)
    return [{ role: 'heading', level, anchors: new Set(), parts: runs(labelled(label, words), marks) }];
  const picture = bracketed.exec(words);
  if (label === null && picture !== null && isWord(picture[1], 'picture'))
    return [{ role: 'group', parts: [{ role: 'figure', alt: picture[2] ?? null, lang: null, target: null }] }];
  const columns = /^([^:]+): (.*)$/s.exec(words);
  const shown = label === null && columns !== null && isWord(columns[1], 'columns') ? (columns[2] ?? '') : words;
  return [{ role: 'paragraph', parts: runs(shown, marks) }];
}

const bracketed = /^\[([^:\]]+): (.*)\]$/s;

const labelled = (label: string | null, words: string): string => (label === null ? words : `${label} ${words}`);

const isWord = (found: string | undefined, name: 'picture' | 'columns'): boolean =>
  allLanguages.some(({ chrome }) => chrome[name] === found);

/** Addresses of links in the one form that they have in every outline. */
function unified(text: string): string {
  return text.replace(/<(https?:[^\s<>]+)>/g, (_, address: string) => `<${readable(address) ?? address}>`);
}

/** Text, and the marks of the notes that there are. */
function runs(text: string, marks: ReadonlySet<string>): UnsettledNode[] {
  return text.split(/(\[[^\][]*\])/).map((piece): UnsettledNode => {
    const words = marks.has(piece) ? numberIn(piece) : unified(piece);
    const run = { role: 'text', text: words, lang: null, target: null } as const;
    return marks.has(piece) ? { role: 'reference', certain: false, parts: [run] } : run;
  });
}
