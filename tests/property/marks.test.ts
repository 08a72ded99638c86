/** Marks in every field of text: each takes effect or is shown whole, as it is written, with a warning at its place. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { type Diagnostic, Refused } from '../../src/diagnostics.ts';
import type { Document, Inlines } from '../../src/model/document.ts';
import { plain } from '../../src/model/walk.ts';
import { packageRoot } from '../../src/world.ts';
import { Folder } from './folder.ts';

interface Mark {
  readonly write: (word: string) => string;
  readonly node: string | null;
}

/** Each mark around a word that stands nowhere else, and the node that it makes. */
const marks: Readonly<Record<string, Mark>> = {
  strong: { write: (word) => `**${word}**`, node: 'strong' },
  stress: { write: (word) => `*${word}*`, node: 'emphasis' },
  both: { write: (word) => `***${word}***`, node: 'strong' },
  'a link': { write: (word) => `[${word}](https://example.org/a)`, node: 'link' },
  // Words that have one language say none.
  'a language': { write: (word) => `[${word}]{lang=de}`, node: null },
  'a note': { write: (word) => `^[${word}]`, node: 'note' },
  'stress in a language': { write: (word) => `[*${word}*]{lang=de}`, node: 'emphasis' },
  'a language in stress': { write: (word) => `*[${word}]{lang=de}*`, node: 'emphasis' },
  'a link in a language': { write: (word) => `[[${word}](https://example.org/a)]{lang=de}`, node: 'link' },
  'a language in a link': { write: (word) => `[[${word}]{lang=de}](https://example.org/a)`, node: 'link' },
  'a link of a language': { write: (word) => `[${word}](https://example.org/a){lang=de}`, node: 'link' },
  'a sign meant as it is': { write: (word) => `\\*${word}\\*`, node: null },
};

const fixtures = 'tests/fixtures/data';
const files = [
  ['data/brochure/brochure.json', 'data/brochure/route.svg'],
  ['data/document/guide.json', 'data/document/route.svg'],
  [`${fixtures}/pass/factsheet.json`, `${fixtures}/picture.svg`],
  [`${fixtures}/pass/report.json`, `${fixtures}/picture.svg`],
] as const;

interface Marked {
  readonly data: unknown;
  /** The word of each text, by the text's path. */
  readonly words: ReadonlyMap<string, string>;
}

/** A word without digits, which rules would compare, and that is no part of another. */
const wordOf = (index: number) =>
  `Qw${[676, 26, 1].map((unit) => String.fromCharCode(97 + (Math.floor(index / unit) % 26))).join('')}x`;

/** The data with a mark at the end of each text, alike in both languages, but at those that rules hold to a wording. */
function markAll(data: unknown, write: (word: string) => string, held: ReadonlySet<string>): Marked {
  const words = new Map<string, string>();
  const visit = (node: unknown, at: string): unknown => {
    if (Array.isArray(node)) return node.map((inner, index) => visit(inner, `${at}[${index}]`));
    if (typeof node !== 'object' || node === null || held.has(at)) return node;
    const own = wordOf(words.size);
    if (typeof Reflect.get(node, 'en') === 'string') words.set(at, own);
    const entries = Object.entries(node).map(([key, inner]): [string, unknown] => {
      const here = `${at}.${key}`;
      const isText = (key === 'en' || key === 'ka') && typeof inner === 'string';
      return [key, isText ? `${inner} ${write(own)}` : visit(inner, here)];
    });
    return Object.fromEntries(entries);
  };
  return { data: visit(data, '$'), words };
}

/** A text of the document, and the nodes around it. */
interface Shown {
  readonly text: string;
  readonly around: ReadonlySet<string>;
}

function* textsIn(value: unknown, around: ReadonlySet<string>): Generator<Shown> {
  if (typeof value === 'string') yield { text: value, around };
  else if (isInlines(value)) {
    // Words with a mark between their signs stand in several pieces.
    yield { text: plain(value), around };
    for (const node of value)
      if (node.type === 'note') yield* textsIn(node.children, new Set([...around, 'note']));
      else if ('children' in node) yield* textsIn(node.children, new Set([...around, node.type]));
  } else if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return;
  else {
    const type: unknown = Reflect.get(value, 'type');
    const within = typeof type === 'string' ? new Set([...around, type]) : around;
    for (const [key, inner] of Object.entries(value)) if (key !== 'places') yield* textsIn(inner, within);
  }
}

const inlineTypes = ['text', 'strong', 'emphasis', 'span', 'link', 'note', 'abbreviation', 'missing', 'lineBreak'];

function isInlines(value: unknown): value is Inlines {
  return Array.isArray(value) && value.length > 0 && value.every((each) => inlineTypes.includes(each?.type));
}

/** What is wrong with how the word of one text is shown. */
function faultOf(shown: readonly Shown[], word: string, { node, write }: Mark, isWarned: boolean): string | null {
  const isMeant = write('').includes('\\');
  const said = shown.filter(({ text }) => text.includes(word));
  if (said.length === 0) return null;
  // A sign that is meant as it is shows no backslash.
  const isRaw = ({ text }: Shown) =>
    (isMeant ? new RegExp(`\\\\\\*${word}`) : new RegExp(`[*[]${word}|${word}[*\\]]`)).test(text);
  const raw = said.filter(isRaw);
  if (raw.length > 0 && !isWarned) return `shown raw in “${raw[0]?.text}” without a warning`;
  if (raw.length === 0 && isWarned) return `warned of, and shown nowhere in “${said[0]?.text}”`;
  if (raw.length === 0 && node !== null && !said.some(({ around }) => around.has(node))) return `${node} is lost`;
  const half = said.find(({ text }) => text.includes('{lang=') || text.includes('](http'));
  return half === undefined || isWarned ? null : `half of a mark in “${half.text}”`;
}

const isOpen = (error: unknown): error is Refused => error instanceof Refused;

describe.each(files)('in every text of %s', (file, picture) => {
  it.each(Object.entries(marks))('%s takes effect or is shown with a warning', async (_, mark) => {
    const folder = await Folder.make();
    onTestFinished(() => folder.remove());
    await folder.write(picture, readFileSync(path.join(packageRoot, picture)));
    const engine = createEngine({ root: folder.root, env: {} });
    const whole: unknown = JSON.parse(readFileSync(path.join(packageRoot, file), 'utf8'));
    // Sentences that must be word for word, and the names in them.
    const held = new Set(['$.visibility']);
    let last = '';
    for (let turn = 0; turn < 4; turn += 1) {
      const { data, words } = markAll(whole, mark.write, held);
      await folder.write(file, JSON.stringify(data));
      const found = await documentOf(engine, file);
      if (found.document === null) {
        last = found.diagnostics
          .flatMap((d) => (d.severity === 'error' ? [`${d.at?.path} ${d.message}`] : []))
          .join('\n');
        // Other texts that have a form to keep.
        for (const { severity, at } of found.diagnostics)
          if (severity === 'error' && at?.path) held.add(at.path.replace(/\.(?:en|ka)$/, ''));
        continue;
      }
      expect(held.size).toBeLessThan(words.size / 3);
      const shown = [...textsIn(found.document, new Set())];
      const warned = new Set(
        found.diagnostics.flatMap((d) => (d.code === 'mark-shown' ? [d.at?.path?.replace(/\.en$/, '')] : [])),
      );
      const faults = [...words].flatMap(([at, word]) => {
        const fault = faultOf(shown, word, mark, warned.has(at));
        return fault === null ? [] : [`${at}: ${fault}`];
      });
      expect(faults).toEqual([]);
      return;
    }
    throw new Error(`still refused: ${last}`);
  });
});

async function documentOf(
  engine: ReturnType<typeof createEngine>,
  file: string,
): Promise<{ readonly document: Document | null; readonly diagnostics: readonly Diagnostic[] }> {
  try {
    const document = await engine.document(file, 'en');
    return { document, diagnostics: await engine.validate(file, { languages: ['en'] }) };
  } catch (error) {
    if (isOpen(error)) return { document: null, diagnostics: error.diagnostics };
    throw error;
  }
}
