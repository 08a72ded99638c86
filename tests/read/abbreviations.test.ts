/** Abbreviations of the document's list are expanded where running text first uses them. */
import { describe, expect, it } from 'vitest';
import type { Inlines } from '../../src/model/document.ts';
import { blocksOf, plain } from '../../src/model/walk.ts';
import { processorTime } from '../clock.ts';
import { line } from '../template/kit.ts';
import { heavy } from '../tier.ts';
import { read } from './kit.ts';

const terms = (items: Readonly<Record<string, string>>) =>
  `<dl look="abbreviations">${Object.entries(items)
    .map(([short, long]) => `<dt>${short}</dt><dd>${long}</dd>`)
    .join('')}</dl>`;
const list = terms({
  IOM: 'International Organization for Migration',
  UN: 'United Nations',
  'UN Women': 'Women’s entity',
});

/** What is expanded in a document with the list, short and long. */
async function expanded(blocks: string, listed = list): Promise<readonly string[]> {
  const markup = `<document><cover><title>IOM</title></cover><section id="list"><h>UN</h>${listed}</section><section id="s"><h>IOM and UN</h>${blocks}</section></document>`;
  const { document, report } = await read(markup);
  if (document === null) throw new Error(report.diagnostics.map(line).join('\n'));
  const inText = (inlines: Inlines): string[] =>
    inlines.flatMap((node) =>
      node.type === 'abbreviation'
        ? [`${plain(node.children)}: ${node.expansion.value}`]
        : 'children' in node
          ? inText(node.children)
          : [],
    );
  return [...blocksOf(document)].flatMap((block) => (block.type === 'paragraph' ? inText(block.children) : []));
}
const iom = 'IOM: International Organization for Migration';
const un = 'UN: United Nations';

describe('the first use of an abbreviation', () => {
  it.each([
    ['in a paragraph, once', '<p>The IOM, and IOM.</p><p>IOM</p>', [iom]],
    ['in an item of a list, in stress', '<ul><li><strong>with IOM</strong></li></ul>', [iom]],
    ['in an aside, but not in its heading', '<aside><p look="lead">IOM</p><p>b UN</p></aside>', [un]],
    ['with a Georgian ending', '<p>ეს IOM-ის და UN‑ის.</p>', [iom, un]],
    ['with a word that follows', '<p>An IOM-led project.</p>', [iom]],
    ['the longer of two', '<p>UN Women, UN.</p>', ['UN Women: Women’s entity', un]],
    ['not as a part of a word', '<p>IOMs, UN-Habitat, AIOM, x-IOM, iom.org/IOM, a@IOM, IOM2, IOM.int</p>', []],
    [
      'not in a link, a note or a cell',
      '<p><a href="https://a.ge">IOM</a><note>UN</note></p><table><caption>IOM</caption><body><row><th>IOM</th></row></body></table>',
      [],
    ],
    ['after a link', '<p><a href="https://a.ge">IOM</a> and IOM</p>', [iom]],
    ['in a quotation, not in whose it is', '<quote><p>IOM</p><source>UN</source></quote>', [iom]],
    [
      'in columns, in their order',
      '<columns><column><p>UN</p></column><column><p>IOM</p></column></columns>',
      [un, iom],
    ],
    ['in an aside without a heading', '<aside><p>IOM</p></aside>', [iom]],
    ['not in what a term means, which is looked up', '<dl><dt>IOM</dt><dd>the UN</dd></dl>', []],
    ['after a line break, and not over one', '<p>a<br/>UN<br/>Women</p>', [un]],
    ['as a template writes it', '<p><abbr title="own">IOM</abbr>, IOM</p>', ['IOM: own']],
  ])('is expanded %s', async (_, blocks, found) => expect(await expanded(blocks)).toEqual(found));

  it.each([
    '<p>The International Organization for Migration (IOM) and IOM.</p>',
    '<p>the international organization for migration (“IOM”)</p><p>IOM</p>',
    '<p>IOM (International Organization for Migration) is</p><p>IOM</p>',
    '<p>The International Organization for <em>Migration</em> (IOM-ის)</p>',
  ])('is expanded already in %s', async (blocks) => expect(await expanded(blocks)).toEqual([]));

  it('is expanded already whatever the endings of the words', async () => {
    const georgian = terms({ IOM: 'მიგრაციის საერთაშორისო ორგანიზაცია' });
    expect(await expanded('<p>მიგრაციის საერთაშორისო ორგანიზაციამ (IOM) თქვა.</p>', georgian)).toEqual([]);
    expect(await expanded('<p>სხვა ორგანიზაციამ (IOM) თქვა.</p>', georgian)).toHaveLength(1);
  });

  it('leaves the text as it is, but for what it adds', async () => {
    const markup = `<document><cover><title>T</title></cover><section id="s"><h>H</h>${list}<p>The IOM-ის, <em>a UN b</em></p></section></document>`;
    const { document } = await read(markup);
    const texts = [...(document === null ? [] : blocksOf(document))].flatMap((block) =>
      block.type === 'paragraph' ? [plain(block.children)] : [],
    );
    expect(texts.at(-1)).toBe('The IOM-ის, a UN b');
  });

  it.each([
    ['terms of another look are no list', list.replace('look="abbreviations"', 'look="facts"'), []],
    ['the first of two meanings counts', terms({ IOM: 'One' }) + terms({ IOM: 'Other' }), ['IOM: One']],
    ['a meaning of several blocks is none', list.replace('for Migration', 'for Migration<p>More.</p>'), [un]],
    ['what is no word is none', terms({ '№': 'number', UN: 'United Nations' }), [un]],
    ['a meaning in another language', terms({ UN: '<span lang="ka">გაერო</span>' }), ['UN: გაერო']],
  ])('%s', async (_, listed, found) => {
    expect(await expanded('<p>№ 3: IOM and UN</p>', listed)).toEqual(found);
  });

  it.each([
    ['words in brackets that mean something else', '<p>The head office of the region (IOM) moved.</p>', [iom]],
    [
      'a long way before it',
      `<p>International Organization for Migration ${'and so on '.repeat(12)} (IOM).</p>`,
      [iom],
    ],
    ['brackets after another word', '<p>IOM said so (International Organization for Migration).</p>', [iom]],
  ])('is expanded in spite of %s', async (_, blocks, found) => expect(await expanded(blocks)).toEqual(found));

  heavy('is found in no time in a long text with a long list', async () => {
    const many = terms(
      Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`A B${index}`, `word ${index}`])),
    );
    const started = processorTime();
    await expanded(`<p>${'A B '.repeat(20_000)}${'A ('.repeat(5000)}</p>`, many);
    expect(processorTime() - started).toBeLessThan(6000);
  });
});
