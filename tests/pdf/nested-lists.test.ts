/** Lists within lists: the room under an item is the same, however many lists end with it. */
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Block } from '../../src/model/document.ts';
import { layOut } from '../../src/write/pdf/lay/layout.ts';
import { setDocument } from '../../src/write/pdf/set/content.ts';
import type { Line } from '../../src/write/pdf/text/inlines.ts';
import { document, l, li, ol, p, section, ul } from '../make.ts';
import { gza } from '../theme/gza.ts';
import { made } from './made.ts';

const theme = await gza();

/** The height of the line of each text. */
function linesOf(block: Block): ReadonlyMap<string, number> {
  const job = { theme, language: languageOf(l('en')), name: 'test', created: new Date(0), report: new Report() };
  const { sections } = setDocument(document({ body: [section('one', 'One', [block])] }), job, made());
  const items = layOut(sections, { images: {} }, { size: theme.page }).pages.flatMap((page) => page.items);
  const lines = items.flatMap(({ type, item }) => (type === 'line' ? [item as Line & { y: number }] : []));
  return new Map(lines.map((line) => [line.inlines.map(({ text }) => text).join(''), line.y]));
}

it('is that of an item in the outermost list', () => {
  const deep = ol([li([p('surname')]), li([p('given name'), ul(['as in the passport'])])]);
  const nested = ul([li([p('in ink')]), li([p('in capitals'), deep])]);
  const lines = linesOf(ol([li([p('first')]), li([p('second'), nested]), li([p('third')])]));
  const at = (text: string) => lines.get(text) ?? 0;
  expect(at('first')).toBeGreaterThan(0);
  expect(at('third') - at('as in the passport')).toBeCloseTo(at('second') - at('first'), 0);
});
