/**
 * Reads plain text as our writer sets it: headings are underlined, empty lines part paragraphs, bullets, numbers and arrows open
 * items, and lines go on where the text of the line before began.
 */
import { say } from '../../finished/say.ts';
import { allLanguages } from '../../language/languages.ts';
import type { Outline } from '../outline.ts';
import { type NotePlaces, settle, type UnsettledNode } from '../settle.ts';

export function readText(bytes: Uint8Array, noted: NotePlaces = 'gathered'): Outline {
  const text = new TextDecoder().decode(bytes);
  const { body, notes } = withNotes(blocksOf(text.split(/\r?\n/)));
  const labels = new Set(notes.map(({ label }) => label?.slice(1, -1) ?? ''));
  const parts = [
    ...body.flatMap((block) => node(block, labels)),
    ...notes.map(({ label, words }): UnsettledNode => {
      return {
        role: 'note',
        label: label?.slice(1, -1) ?? null,
        parts: [{ role: 'paragraph', parts: runs(words, labels) }],
      };
    }),
  ];
  return { lang: null, title: null, nodes: settle(parts, noted), unread: [] };
}

interface TextBlock {
  readonly label: string | null;
  readonly words: string;
  /** Of a heading; null for anything else. */
  readonly level: number | null;
}

const opener = /^([•→-]|\d+\.|\[\d+\])(?= |$)/;
const underline = /^(?:={3,}|-{3,}|~{3,})$/;

interface OpenBlock {
  readonly label: string | null;
  /** Where its next lines begin. */
  readonly hang: number;
  readonly words: readonly string[];
}

function blocksOf(lines: readonly string[]): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let open: OpenBlock | null = null;
  for (const line of [...lines, '']) {
    const shown = line.trim();
    const indent = line.length - line.trimStart().length;
    const level: number | null = underline.test(shown) ? '=-~'.indexOf(shown[0] ?? '') + 1 : null;
    if (open !== null && (shown === '' || level !== null || opener.test(shown) || indent !== open.hang)) {
      blocks.push({ label: open.label, words: say(open.words.join(' ')).trim(), level });
      open = null;
      if (level !== null) continue;
    }
    if (shown === '') continue;
    open = open === null ? opened(shown, indent) : extended(open, shown);
  }
  return blocks;
}

function extended(open: OpenBlock, shown: string): OpenBlock {
  return { ...open, words: [...open.words, shown] };
}

function opened(shown: string, indent: number): OpenBlock {
  const label = opener.exec(shown)?.[1] ?? null;
  const hang = indent + (label === null ? 0 : label.length + 1);
  return { label, hang, words: [label === null ? shown : shown.slice(label.length).trim()] };
}

/** The notes at the end, under their heading, apart from the text. */
function withNotes(blocks: readonly TextBlock[]): {
  readonly body: readonly TextBlock[];
  readonly notes: readonly TextBlock[];
} {
  const isNote = ({ label }: TextBlock) => label !== null && /^\[\d+\]$/.test(label);
  const first = blocks.findLastIndex((block) => !isNote(block)) + 1;
  const heading = blocks[first - 1];
  const isHeaded = heading?.level === 2 && allLanguages.some(({ chrome }) => chrome.notes === heading.words);
  return first < blocks.length && isHeaded
    ? { body: blocks.slice(0, first - 1), notes: blocks.slice(first) }
    : { body: blocks, notes: [] };
}

function node({ label, words, level }: TextBlock, labels: ReadonlySet<string>): UnsettledNode[] {
  // A list of contents is made by the format.
  if (label === '→') return [];
  if (level !== null)
    return [{ role: 'heading', level, anchors: new Set(), parts: runs(labelled(label, words), labels) }];
  const picture = bracketed.exec(words);
  if (label === null && picture !== null && isWord(picture[1], 'picture'))
    return [{ role: 'group', parts: [{ role: 'figure', alt: picture[2] ?? null, lang: null, target: null }] }];
  const columns = /^([^:]+): (.*)$/s.exec(words);
  const shown = label === null && columns !== null && isWord(columns[1], 'columns') ? (columns[2] ?? '') : words;
  return [{ role: 'paragraph', parts: runs(shown, labels) }];
}

const bracketed = /^\[([^:\]]+): (.*)\]$/s;

const labelled = (label: string | null, words: string): string => (label === null ? words : `${label} ${words}`);

const isWord = (found: string | undefined, name: 'picture' | 'columns'): boolean =>
  allLanguages.some(({ chrome }) => chrome[name] === found);

/** Text, and the marks of the notes that there are. */
function runs(text: string, labels: ReadonlySet<string>): UnsettledNode[] {
  return text.split(/(\[\d+\])/).map((piece): UnsettledNode => {
    const mark = /^\[(\d+)\]$/.exec(piece)?.[1];
    const run = { role: 'text', text: mark ?? piece, lang: null, target: null } as const;
    return mark !== undefined && labels.has(mark) ? { role: 'reference', certain: false, parts: [run] } : run;
  });
}
