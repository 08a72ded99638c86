/** What is heard of a file, and when. */
import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import { linesOf, ssmlOf } from '../../src/listen/forms.ts';
import { listen } from '../../src/listen/listen.ts';

const page = (body: string, lang = 'en') =>
  new TextEncoder().encode(`<html lang="${lang}"><body>${body}</body></html>`);
const heard = async (body: string, lang = 'en') =>
  linesOf(await listen(page(body, lang), 'html'), lang)
    .trimEnd()
    .split('\n')
    .slice(1);

it('says the header of a column before each of its cells, and nothing before what heads a group', async () => {
  const body = `<table><tr><td></td><th scope="col">People</th><th scope="col">Money</th></tr>
    <tr><th scope="row" colspan="3">East</th></tr>
    <tr><th scope="row">Batumi</th><td>7</td><td></td></tr></table>`;
  expect(await heard(body)).toEqual([
    ...['‹table, 3 columns, 3 rows›', '  ‹row 1›', '    ‹blank›'],
    ...['    ‹column header:› People', '    ‹column header:› Money'],
    ...['  ‹row 2›', '    ‹row header:› ‹over 3 columns› East', '  ‹row 3›', '    ‹row header:› Batumi'],
    ...['    People ‹;› 7', '    Money ‹;› ‹blank›', '‹end of table›'],
  ]);
});

it('finds the headers of cells that span columns and rows', async () => {
  const body = `<table><tr><th scope="col" rowspan="2">Town</th><th scope="col" colspan="2">People</th></tr>
    <tr><th scope="col">Women</th><th scope="col">Men</th></tr><tr><td>Gori</td><td colspan="2">9</td></tr></table>`;
  const lines = await heard(body);
  expect(lines.slice(-3)).toEqual([
    '    Town ‹;› Gori',
    '    ‹over 2 columns› People ‹;› Women ‹;› Men ‹;› 9',
    '‹end of table›',
  ]);
});

it('says a header again where it was not heard just now: of a row that it spans, of a group of columns once', async () => {
  const body = `<table><tr><th scope="col">Region</th><th scope="col">Town</th><th scope="colgroup" colspan="2">People</th></tr>
    <tr><th scope="row" rowspan="2">East</th><td>Gori</td><td>1</td><td>2</td></tr>
    <tr><td>Telavi</td><td>3</td><td>4</td></tr></table>`;
  expect((await heard(body)).slice(5)).toEqual([
    ...[
      '  ‹row 2›',
      '    ‹row header:› ‹over 2 rows› Region ‹;› East',
      '    Town ‹;› Gori',
      '    People ‹;› 1',
      '    2',
    ],
    ...['  ‹row 3›', '    Town ‹;› East ‹;› Telavi', '    People ‹;› 3', '    4', '‹end of table›'],
  ]);
});

it('says terms as terms, and not where a link leads whose words begin its name', async () => {
  const body = `<dl><dt>Time</dt><dd>36 months</dd></dl><p><a href="#t">Table 1 Towns</a>, <a href="#t">this</a>.</p>
    <table id="t"><caption>Table 1. Towns of Georgia</caption><tr><td>Gori</td></tr></table>`;
  expect((await heard(body)).slice(0, 5)).toEqual([
    ...['‹list of terms, 1 term›', '  ‹term:› Time', '  36 months', '‹end of list›'],
    '‹link:› Table 1 Towns, ‹link:› this ‹leads to Table 1. Towns of Georgia›.',
  ]);
});

it('says a note where the file has it', async () => {
  const note = (place: string) => `<p>A<sup><a role="doc-noteref" href="#n">1</a></sup> b${place} c</p>`;
  const words = '<span role="doc-footnote" id="n">words</span>';
  expect(await heard(note(words))).toEqual(['A ‹see note 1› b', '‹note›', '  words', '‹end of note›', 'c']);
  expect((await heard(`${note('')}${words}`)).slice(0, 2)).toEqual(['A ‹see note 1› b c', '‹note›']);
});

it('says in the words of the language, with what changes it, where links lead and what pictures say', async () => {
  const body = `<h2>თავი</h2><p>აქ <span lang="en">Word</span> და <a href="https://iom.int/">ბმული</a>.</p>
    <ol><li>ა</li></ol><img alt="გზა"><img src="x.png"><video src="v"></video>`;
  expect(await heard(body, 'ka')).toEqual([
    ...['‹სათაური, დონე 2:› თავი', 'აქ ‹ინგლისური:› Word ‹ქართული:› და ‹ბმული:› ბმული ‹მიემართება: https://iom.int/›.'],
    ...['‹დანომრილი სია, 1 პუნქტი›', '  ‹პუნქტი 1:› ა', '‹სიის ბოლო›', '‹სურათი:› გზა', '‹სურათი აღწერის გარეშე›'],
    '‹არ წაკითხულა: 1 ვიდეო ან ხმა›',
  ]);
});

it('writes SSML that is well-formed, with languages, whatever the file says', async () => {
  const utterances = await listen(page('<p>a &lt;b> &amp; "c" <span lang="ka">დ</span></p>'), 'html');
  const ssml = ssmlOf(utterances, 'en');
  expect(ssml).toContain('<p>a &lt;b&gt; &amp; &quot;c&quot; <lang xml:lang="ka">დ</lang></p>');
  const elements = new Set<string>();
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => elements.add(name));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(ssml).close();
  expect([...elements]).toEqual(['speak', 'p', 'lang']);
});
