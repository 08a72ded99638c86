/** Random edits of random documents: each is found or listed, and where all can be taken over, the data makes what was edited. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { withChanges } from '../../src/diff/apply.ts';
import { compare } from '../../src/diff/compare.ts';
import { openData } from '../../src/diff/data.ts';
import { readManuscript } from '../../src/finished/docx/manuscript.ts';
import { Word } from './word.ts';

const file = 'data/document/random.json';

/** Every word of a document is another one, so that an edit is known by its word. */
class Words {
  #count = 0;
  next(): string {
    this.#count += 1;
    return `${['word', 'სიტყვა', 'Wort'][this.#count % 3]}${this.#count}`;
  }
}

const sentence = (words: Words, shape: number) => {
  const [a, b, c] = [words.next(), words.next(), words.next()];
  return (
    [
      `${a} ${b} ${c}.`,
      `${a} **${b}** ${c}.`,
      `${a} [${b}](https://example.org/${shape}) *${c}*.`,
      `\\*${a} (${b}) 2\\*3 ${c}.`,
    ][shape % 4] ?? ''
  );
};

type Plan = readonly { readonly type: 'text' | 'list' | 'table'; readonly shapes: readonly number[] }[];
const plan: fc.Arbitrary<Plan> = fc.array(
  fc.record({
    type: fc.constantFrom('text' as const, 'list' as const, 'table' as const),
    shapes: fc.array(fc.nat(3), { minLength: 2, maxLength: 4 }),
  }),
  { minLength: 2, maxLength: 4 },
);

function blockOf({ type, shapes }: Plan[number], words: Words): object {
  const texts = shapes.map((shape) => sentence(words, shape));
  if (type === 'list') return { type, items: texts.map((en) => ({ en })) };
  if (type === 'text')
    return {
      type,
      text: {
        en: texts
          .map((text, index) => (index > 1 ? `- ${text}` : text))
          .join('\n\n')
          .replaceAll('.\n\n- ', '.\n- ')
          .replace('.\n- ', '.\n\n- '),
      },
    };
  const columns = [{ head: { en: words.next() } }, { head: { en: words.next() } }];
  return {
    type,
    caption: { en: words.next() },
    columns,
    rows: texts.map((en) => ({ cells: [{ text: { en } }, { text: { en: words.next() } }] })),
  };
}

function dataOf(blocks: Plan): string {
  const words = new Words();
  const sections = [0, 1].map((part) => ({
    id: `part-${part}`,
    title: { en: words.next() },
    blocks: blocks.filter((_, index) => index % 2 === part).map((block) => blockOf(block, words)),
  }));
  return JSON.stringify(
    {
      kind: 'document',
      languages: ['en'],
      date: '2026-11-23',
      title: { en: 'Random' },
      description: { en: 'Random words.' },
      author: { en: 'Nobody' },
      keywords: [{ en: 'random' }],
      cover: { kind: { en: 'Note' } },
      imprint: { copyright: { en: 'Nobody at all' } },
      sections: sections.filter(({ blocks: own }) => own.length > 0),
    },
    null,
    2,
  );
}

type Op = { readonly type: 'retype' | 'track' | 'bold' | 'add' | 'delete' | 'comment'; readonly at: number };
const ops = fc.array(
  fc.record({
    type: fc.constantFrom<Op['type']>('retype', 'track', 'bold', 'add', 'delete', 'comment'),
    at: fc.nat(999),
  }),
  { minLength: 1, maxLength: 5 },
);

/** Does what can be done; gives the words that have to be told of. */
function work(word: Word, all: readonly Op[]): readonly string[] {
  const known = [
    ...new Set(
      [...word.read('word/document.xml').matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].flatMap(
        ([, text = '']) => text.match(/(?:word|სიტყვა|Wort)\d+(?!\d)/gu) ?? [],
      ),
    ),
  ];
  const told: string[] = [];
  const used = new Set<string>();
  for (const [index, { type, at }] of all.entries()) {
    const chosen = known[at % known.length] ?? '';
    // Paragraphs that were worked on stay as they are: what was deleted can't be found again.
    const xml = word.read('word/document.xml');
    const own =
      [...xml.matchAll(/<w:p(?: [^>]*)?>.*?<\/w:p>/gs)]
        .map(([p]) => p)
        .find((p) => new RegExp(`${chosen}(?!\\d)`).test(p)) ?? '';
    const inside = [...own.matchAll(/(?:word|სიტყვა|Wort)\d+/gu)].map(([each]) => each);
    if (inside.length === 0 || inside.some((each) => used.has(each)) || own.includes('TableHeading')) continue;
    for (const each of inside) used.add(each);
    const made = `NEW${index}`;
    const exact = (xmlOf: string) => inside.find((each) => each === chosen && xmlOf !== '') ?? chosen;
    if (type === 'retype') word.retype(exact(own), made);
    else if (type === 'track') word.track(exact(own), made);
    else if (type === 'bold') word.mark(exact(own), '<w:b/>');
    else if (type === 'comment') word.comment(exact(own), made);
    else if (type === 'add') word.addAfter('w:p', exact(own), [`${made} stands here`]);
    else if (own.includes('sectPr') || /pStyle w:val="(?:Heading|Table)/.test(own)) continue;
    else word.delete('w:p', exact(own));
    // A word that was bold before is no change.
    told.push(type === 'delete' ? `-${chosen}` : type === 'bold' ? `*${chosen}` : made);
  }
  return told;
}

it('finds or lists each edit', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'etrati-diff-'));
  mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
  let whole = 0;
  const build = async (text: string) => {
    const engine = createEngine({ root, instead: new Map([[file, new TextEncoder().encode(text)]]) });
    const { outputs, diagnostics } = await engine.build(file, { formats: ['docx'] });
    engine.close();
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    return outputs[0]?.bytes ?? new Uint8Array();
  };
  await fc.assert(
    fc.asyncProperty(plan, ops, async (blocks, all) => {
      const text = dataOf(blocks);
      writeFileSync(path.join(root, file), text);
      const bytes = await build(text);
      const base = readManuscript(bytes);
      const data = await openData(root, file);
      expect(compare(base, base, data, 'en').changes).toEqual([]);
      const word = new Word(bytes);
      const expected = work(word, all);
      const edited = readManuscript(word.bytes);
      const { changes, comments } = compare(base, edited, data, 'en');
      const found = [
        ...changes.map((change) => ({ before: change.before ?? '', after: change.after ?? '' })),
        ...comments.map((each) => ({ before: '', after: each.text })),
      ];
      for (const each of expected) {
        const said = (where: string) => new RegExp(`${each.slice(1)}(?!\\d)`).test(where);
        if (each.startsWith('-'))
          expect(
            found.some(({ before, after }) => said(before) && !said(after)),
            `${each} of ${JSON.stringify(found)}`,
          ).toBe(true);
        else if (each.startsWith('*')) {
          const wasBold = text.includes(`*${each.slice(1)}*`);
          expect(wasBold || found.some(({ after }) => said(after)), `${each} of ${JSON.stringify(found)}`).toBe(true);
        } else
          expect(
            found.some(({ after }) => after.includes(each)),
            `${each} of ${JSON.stringify(found)}`,
          ).toBe(true);
      }
      if (changes.some(({ edit }) => edit === null)) return;
      whole += 1;
      const located = changes.map((change) => ({ ...change, at: data.json.placeOf('$'), conflict: false }));
      const made = withChanges(data, located);
      const again = readManuscript(await build(made));
      const newData = await openData(root, file, new TextEncoder().encode(made));
      expect(compare(again, edited, newData, 'en').changes, made).toEqual([]);
    }),
    { numRuns: 8, seed: 20261128 },
  );
  expect(whole).toBeGreaterThan(3);
  expect(readFileSync(path.join(root, file), 'utf8')).toContain('"Random"');
}, 180_000);
