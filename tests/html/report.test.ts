import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/model/document.ts';
import type { Table } from '../../src/model/table.ts';
import { compareOutlines } from '../../src/outline/compare.ts';
import { expectedOutline } from '../../src/outline/expected.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { leastWidth } from '../../src/write/xhtml/table-width.ts';
import * as make from '../make.ts';
import { attribute, elementsOf, page, textOf, theme } from './page.ts';
import { budget, keyFigures, monthly, report, results } from './report.ts';

const { document, section, p, l, w, at } = make;
const least = (table: Table) => leastWidth(table, l('ka'), theme);
const markup = await page(report);
const elements = elementsOf(markup);
type Element = (typeof elements)[number];
const named = (tag: string) => elements.filter((element) => element.tagName === tag);
const within = (element: Element, tag: string): readonly Element[] =>
  element.childNodes.flatMap((node) =>
    'tagName' in node ? [...(node.tagName === tag ? [node] : []), ...within(node, tag)] : [],
  );
const withRole = (role: string) => elements.filter((element) => attribute(element, 'role') === role);
const byId = (id: string) => elements.find((element) => attribute(element, 'id') === id) ?? fail(id);
const of = (...blocks: readonly Block[]) => page(document({ body: [section('one', 'One', blocks)] }));

describe('a report', () => {
  it('has the body of the golden file', async () => {
    const file = new URL('report.golden', import.meta.url);
    const body = `${markup
      .slice(markup.indexOf('<body>'), markup.indexOf('</html>'))
      .replace(/(<svg[^>]*>).*?<\/svg>/g, '$1…</svg>')
      .replace(/base64,[^"]*/g, 'base64,…')
      .trim()}\n`;
    if (process.env.UPDATE_GOLDEN === '1') await writeFile(file, body);
    expect(body).toBe(await readFile(file, 'utf8'));
  });
  it('says what the document says, and no more', async () => {
    const expected = expectedOutline(report, { name: 'brochure', extension: 'html' });
    expect(compareOutlines(expected, await outlineOf(new TextEncoder().encode(markup), 'html'))).toBeNull();
  });
  it('is the same, byte for byte, when made again', async () => {
    expect(await page(report)).toBe(markup);
  });
  it('gives each id once, and all that points to an id points to one that is there', () => {
    const ids = elements.map((element) => attribute(element, 'id')).filter((id) => id !== null);
    expect(new Set(ids).size).toBe(ids.length);
    const pointers = elements.flatMap((element) => [
      ...(attribute(element, 'aria-labelledby')?.split(' ') ?? []),
      attribute(element, 'aria-details'),
      attribute(element, 'href')?.startsWith('#') ? attribute(element, 'href')?.slice(1) : null,
    ]);
    const found = pointers.filter((id) => id !== null && id !== undefined);
    expect(found.length).toBeGreaterThan(20);
    for (const id of found) expect(ids).toContain(id);
  });
  it('names each region and way of its own', () => {
    const names = [...named('nav'), ...withRole('region'), ...withRole('doc-endnotes')].map(
      (element) =>
        attribute(element, 'aria-label') ?? textOf(byId(attribute(element, 'aria-labelledby') ?? fail('name'))),
    );
    expect(names.length).toBeGreaterThan(5);
    expect(new Set(names).size).toBe(names.length);
  });
  it('counts sections in their headings and in the contents beside them', () => {
    const [heading] = within(byId('summary'), 'h2');
    expect(heading && textOf(heading)).toBe('1 შემაჯამებელი მიმოხილვა');
    const beside = named('nav').find((nav) => attribute(nav, 'class')?.startsWith('contents')) ?? fail('contents');
    expect(within(beside, 'a').map((a) => attribute(a, 'href'))).toEqual([
      ...['#contents', '#summary', '#changes', '#results', '#matrix', '#people', '#finance'],
    ]);
  });
  it('has one list of its sections in windows of any width', async () => {
    const sections = [section('one', 'One', [p('Text.')]), section('two', 'Two', [p('Text.')])];
    const list = make.contents('sections', [
      [1, 'one', null, 'One'],
      [1, 'two', null, 'Two'],
    ]);
    const classes = async (...blocks: readonly Block[]) => {
      const body = [section('contents', 'Contents', blocks), ...sections];
      const all = elementsOf(await page(document({ body })));
      const navs = all.filter(({ tagName }) => tagName === 'nav').map((nav) => attribute(nav, 'class'));
      const holder = all.find((element) => attribute(element, 'id') === 'contents') ?? fail('contents');
      return { navs, holder: attribute(holder, 'class'), first: all.find(({ tagName }) => tagName === 'li') };
    };
    // Wide windows have it beside the text, without the section that holds nothing else; narrow ones in the text.
    const alone = await classes(list);
    expect(alone.navs).toEqual(['contents twice', 'toc sections twice']);
    expect(alone.holder).toBe('twice');
    expect(alone.first && within(alone.first, 'a').map((a) => attribute(a, 'href'))).toEqual(['#one']);
    const among = await classes(list, p('Text.'));
    expect(among.navs).toEqual(['contents twice', 'toc sections twice']);
    expect(among.holder).toBeNull();
    expect(markup).toContain('.contents.twice{display:none}');
    expect(markup).toContain('main .twice:not(:target,:target>*){display:none}');
  });
  it('lists sections in the languages of their titles, beside the text and in it', async () => {
    const title = [make.text('ა '), make.span('en', 'London'), make.note('x')];
    const list = make.contents('sections', [[1, 'one', null, title.slice(0, 2)]]);
    const body = [section('contents', 'Contents', [list]), section('one', title, [p('x')])];
    const navs = elementsOf(await page(document({ body }))).filter(({ tagName }) => tagName === 'nav');
    for (const nav of navs) {
      const spans = within(nav, 'span').filter((span) => attribute(span, 'lang') !== null);
      expect(spans.map((span) => [attribute(span, 'lang'), textOf(span)])).toEqual([['en', 'London']]);
    }
    expect(navs).toHaveLength(2);
  });
  it('lists sections that stand in columns', async () => {
    const inner = (id: string) => section(id, id, [p('x')]);
    const one = section('one', 'One', [make.columns([inner('left')], [inner('right')])]);
    const body = [{ ...one, number: make.w('1') }, inner('two')];
    const [nav] = elementsOf(await page(document({ body }))).filter(({ tagName }) => tagName === 'nav');
    const ways = within(nav ?? fail('nav'), 'a').map((a) => attribute(a, 'href'));
    expect(ways).toEqual(['#one', '#left', '#right', '#two']);
  });
  it('has no way beside a sheet of one or two pages', async () => {
    const sheet = { ...report, cover: { ...report.cover, look: results.look ?? make.p('x', 'head').look } };
    expect(await page(sheet)).not.toContain('class="contents');
  });
});

describe('languages', () => {
  it('are those of the document, whatever part they stand in', async () => {
    const languages: Block = {
      ...{ at, from: at, lang: null, type: 'languages' },
      editions: [
        { lang: l('ka'), name: w('ქართული') },
        { lang: l('en'), name: w('English') },
      ],
    };
    const english = { ...section('one', 'One', [languages]), lang: l('en') };
    const links = elementsOf(await page(document({ lang: 'ka', body: [english] }))).filter(
      (element) => element.tagName === 'a' && attribute(element, 'hreflang') !== null,
    );
    expect(links.map((link) => attribute(link, 'href'))).toEqual(['brochure.en.html']);
  });
});

describe('tables', () => {
  const table = within(byId('table-results'), 'table')[0] ?? fail('table');
  it('have a caption with number and summary, and columns with widths of the style sheet', () => {
    const caption = within(table, 'caption')[0] ?? fail('caption');
    expect(textOf(caption)).toMatch(/^ცხრილი 3\. ექვსი .* აჭარბებს საბაზისო/);
    const classes = within(table, 'col').map((col) => attribute(col, 'class'));
    expect(classes).toEqual(['c36', 'c11', 'c11', 'c14', 'c12', 'c16']);
    for (const name of classes) expect(markup).toContain(`.${name}{inline-size:`);
  });
  it('begin a group of rows with each row that names one, and say what header cells head', () => {
    const bodies = within(table, 'tbody');
    expect(bodies.map((body) => within(body, 'tr').length)).toEqual([2, 2, 5]);
    for (const body of bodies) expect(attribute(within(body, 'th')[0] ?? fail('th'), 'scope')).toBe('rowgroup');
    const head = within(byId('table-budget'), 'thead')[0] ?? fail('thead');
    expect(within(head, 'th').map((th) => attribute(th, 'scope'))).toEqual(['col', 'colgroup', 'col', 'col', 'col']);
  });
  it('align by column, whatever spans stand before a cell', () => {
    const [, second] = within(byId('table-budget'), 'tr');
    expect(within(second ?? fail('row'), 'th').map((th) => attribute(th, 'data-align'))).toEqual(['end', 'end']);
  });
  it('draw a shape before the words of a state, hidden from those who hear the words', () => {
    const cells = within(table, 'td').filter((cell) => within(cell, 'svg').length > 0);
    expect(cells.map((cell) => textOf(cell))).toEqual(['გეგმით', 'გადაჭარბდა', 'გეგმით', 'ჩამორჩება']);
    for (const cell of cells) expect(attribute(within(cell, 'svg')[0] ?? fail('svg'), 'aria-hidden')).toBe('true');
  });
  it('stand in a region that can have the focus only where they may be wider than the window', async () => {
    const regions = (page: string) => elementsOf(page).filter((element) => attribute(element, 'tabindex') === '0');
    const small = make.table([make.headRow('# a', '# b')], [make.bodyRow('# one', '1')]);
    expect(least(small)).toBeNull();
    expect(regions(await of(small))).toEqual([]);
    const [region] = regions(await of(results));
    expect(region && [attribute(region, 'role'), attribute(region, 'class')]).toEqual(['region', 'table']);
    // And the sheet takes the region from a table that has its room.
    const name = `t${least(results)}`;
    expect(await of(results)).toMatch(
      new RegExp(
        `@media screen and \\(width >= [\\d.]+rem\\)\\{\\.table:has\\(>\\.${name}\\)[^{}]*\\{visibility:hidden\\}`,
      ),
    );
  });
  it('are at least as wide as their longest words, and ask for no more than the text column without need', () => {
    const long = 'ა'.repeat(60);
    const column = (words: string) => make.table([make.headRow('# a', '# b')], [make.bodyRow(`# ${words}`, '1')]);
    expect(least(column(long))).toBeGreaterThan(30);
    expect(least(column('ა '.repeat(300)))).toBeNull();
    const many = (wide: boolean) => ({
      ...make.table(
        [make.headRow(...Array.from({ length: 7 }, () => '# column'))],
        [make.bodyRow(...Array.from({ length: 7 }, () => 'some words in a cell'))],
      ),
      wide,
    });
    expect(least(many(true))).toBeGreaterThan(least(many(false)) ?? 0);
    expect(least(budget)).toBeLessThanOrEqual(36);
  });
});

describe('charts', () => {
  const figure = byId('chart-monthly');
  it('are one picture with words, in two drawings that assistive technology does not see', () => {
    const pictures = within(figure, 'div').filter((div) => attribute(div, 'role') === 'img');
    expect(pictures.map((picture) => attribute(picture, 'aria-label'))).toEqual([monthly.alt]);
    expect(within(figure, 'svg')).toHaveLength(2);
    for (const drawing of pictures.flatMap((picture) =>
      within(picture, 'span').filter((span) => within(span, 'svg').length > 0),
    ))
      expect(attribute(drawing, 'aria-hidden')).toBe('true');
    expect(within(figure, 'text')).toHaveLength(0);
  });
  it('take their colours from the sheet, so that they change with it', () => {
    for (const svg of within(figure, 'svg'))
      for (const shape of [...within(svg, 'path'), ...within(svg, 'rect')])
        for (const name of ['fill', 'stroke'])
          expect(attribute(shape, name) ?? 'none').toMatch(/^(none|var\(--color-\w+\))$/);
  });
  it('name their table, also where it has its room', () => {
    const tables = within(figure, 'table');
    expect(tables.map((table) => textOf(byId(attribute(table, 'aria-labelledby') ?? fail('name'))))).toEqual([
      textOf(within(figure, 'figcaption')[0]?.childNodes[0] as Element),
    ]);
  });
  it('have their table shown or to be opened', () => {
    const [shown, folded] = [true, false].map((showTable) => of({ ...monthly, showTable }));
    return Promise.all([
      expect(shown).resolves.not.toContain('<details>'),
      expect(folded).resolves.toMatch(
        /<details>\n<summary id="(_data-\d)" aria-labelledby="\1 _chart-\d">Data as a table<\/summary>/,
      ),
    ]);
  });
});

describe('notes', () => {
  it('are led to and lead back', () => {
    const references = withRole('doc-noteref');
    expect(references.map((reference) => textOf(reference))).toEqual(['1', '2']);
    for (const reference of references) {
      const item = byId(attribute(reference, 'href')?.slice(1) ?? '');
      const back = within(item, 'a').find((a) => attribute(a, 'role') === 'doc-backlink');
      expect(back && attribute(back, 'href')).toBe(`#${attribute(reference, 'id')}`);
      expect(attribute(reference, 'aria-label')).toBe(`შენიშვნა ${textOf(reference)}`);
      expect(back && attribute(back, 'aria-label')).toBe('ტექსტში დაბრუნება');
    }
    expect(
      named('main')[0]
        ?.childNodes.filter((node) => 'tagName' in node)
        .at(-1),
    ).toBe(withRole('doc-endnotes')[0]);
  });
  it('have marks that are no digits of the number, or of the mark, before them', async () => {
    const found = await of(
      p([make.text('Sum: 50'), make.note('a'), make.note('b'), make.text(' in all'), make.note('c')]),
    );
    const marks = [...found.matchAll(/role="doc-noteref"[^>]*>([^<]*)</g)].map(([, mark]) => mark?.replace(/\d+/, 'n'));
    expect(marks).toEqual(['\u00A0n', '\u00A0n', 'n']);
  });
  it('have a space before their marks, for the ear alone', () => {
    expect(markup).toContain('</sup>');
    expect(markup).toContain(String.raw`sup::before{content:"\a0";font-size:0}`);
  });
  it('say the language of the place that they stand at', async () => {
    const english = { ...p([make.text('Text'), make.note('A note.')]), lang: l('en') };
    const found = await page(document({ lang: 'ka', body: [section('one', 'ერთი', [english])] }));
    expect(found).toMatch(/<li id="_note-\d+"[^>]* lang="en">/);
  });
  it('are not listed where there are none', async () => {
    expect(await of(p('Text.'))).not.toContain('doc-endnotes');
  });
});

describe('key figures', () => {
  it('draw how much is done, and the target where more was done', async () => {
    const bars = elementsOf(await of(keyFigures)).filter((element) => attribute(element, 'class') === 'progress');
    const widths = bars.map((bar) =>
      within(bar, 'rect').map((rect) => [attribute(rect, 'x'), attribute(rect, 'width')]),
    );
    expect(widths).toEqual([
      [[null, '86%']],
      [[null, '75%']],
      [
        [null, '100%'],
        ['83.3%', '3'],
      ],
    ]);
  });
});

function fail(what: string): never {
  throw new Error(`no ${what}`);
}
