/** A document with each kind of block in each look that a theme may have drawn: for what is asked of all looks. */
import type { Document } from '../../src/model/document.ts';
import { square } from '../make.ts';
import { read } from '../read/kit.ts';

const point = (value: number) => `<point value="${value}">${value}</point>`;
const spans = ['2026-01', '2026-03', '2026-06'].map(
  (month) => `<point start="${month}-01" end="${month}-28">${month}</point>`,
);
const series = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `<series name="Series ${at + 1}">${[3, 5, 4].map((value) => point(value + at)).join('')}</series>`,
  ).join('');
const categories = '<category>East</category><category>West</category><category>South</category>';
const chart = (kind: string, count: number, number: string) =>
  `<chart kind="${kind}" axis="Region"${number}><caption>Roads, ${kind}</caption><summary>Counted</summary><source>The ministry</source>${categories}${series(count)}</chart>`;

const lists = (names: readonly string[], element: 'ul' | 'ol') =>
  names
    .map((name) => {
      const look = name === 'plain' ? '' : ` look="${name}"`;
      if (name === 'figures')
        return `<ul${look}><li share="0.6"><p look="figure">412</p><p look="label">guards</p><p look="small">target 480</p></li><li share="0.3"><p look="figure">12</p><p look="label">posts</p></li></ul>`;
      if (name === 'timeline')
        return `<ol${look}>${['done', 'today', 'ahead'].map((state) => `<li look="${state}"><p look="date">May</p><p look="event">A bridge</p></li>`).join('')}</ol>`;
      return `<${element}${look}><li>Roads<ul look="dash"><li>of stone</li></ul></li><li look="focus">Bridges</li></${element}>`;
    })
    .join('');

export interface LookNames {
  readonly [element: string]: readonly string[];
}

/** @param form that of the cover: `plain`, or `head` for a sheet */
export async function whole(form: 'plain' | 'head', looks: LookNames): Promise<Document> {
  const cover = form === 'head' ? ' look="head"' : '';
  const named = (element: string) => (looks[element] ?? []).filter((name) => name !== 'plain');
  const paragraphs = [
    '<p>Plain <a href="https://example.org/a">words</a><note>A note</note> <strong>strong</strong>.</p>',
  ].concat(named('p').map((name) => `<p look="${name}">Words that are ${name}.</p>`));
  const asides = [null, ...named('aside')].map(
    (name) =>
      `<aside${name === null ? '' : ` look="${name}"`}><p look="lead">Mind this</p><p>It is <strong>steep</strong>.</p></aside>`,
  );
  const terms = [null, ...named('dl').filter((name) => name !== 'cover')].map(
    (name) =>
      `<dl${name === null ? '' : ` look="${name}"`}><dt>Donor</dt><dd>The Union</dd><dt>Years</dt><dd>Three</dd></dl>`,
  );
  const markup = `<document numbering="sections captions">
<cover${cover}><emblems><emblem name="Ministry"/><emblem name="Union"/></emblems><languages/><p look="kind">Report <strong>of 2026</strong></p><title>The roads</title>
<p look="byline">By <strong>all</strong></p><aside look="notice"><p>A draft for the council</p></aside><dl look="cover"><dt>From</dt><dd>May</dd><dt>To</dt><dd>June</dd></dl></cover>
<section id="contents" number="none"><h>Contents</h><contents/><contents of="tables"/><contents of="figures"/></section>
<section id="words"><h>Words</h>${paragraphs.join('')}
<quote><p>We built it.</p><source>A teacher</source></quote>${asides.join('')}${terms.join('')}
<section id="inner"><h>Inner</h><p>Words that are within, and go on.</p><section id="innermost"><h>Innermost</h><p>Words.</p><section id="deep"><h>Deep</h><p>Deep words.</p></section></section></section></section>
${named('section')
  .map((name) => `<section id="s-${name}" look="${name}"><h>Of look ${name}</h><p>Words.</p></section>`)
  .join('')}
<section id="lists"><h>Lists</h>${lists(looks.ul ?? [], 'ul')}${lists(looks.ol ?? [], 'ol')}</section>
<section id="data"><h>Data</h>
<table><caption>Roads by region</caption><summary>In kilometres</summary><source>The ministry</source><columns><column share="3"/><column align="end"/><column/></columns><head><row><td></td><th scope="column-group" colspan="2">Of all</th></row><row><th>Region</th><th>Length</th><th>State</th></row></head>
<body><row look="group"><th scope="row-group" colspan="3">East</th></row><row><th>Adjara</th><td>12</td><td look="on-plan">on plan</td></row><row look="sub"><th>of stone</th><td>3</td><td look="exceeded">exceeded</td></row><row><th>Guria</th><td>9</td><td look="behind">behind</td></row><row look="total"><th>All</th><td>21</td><td>x</td></row></body></table>
${chart('bar', 8, '')}${chart('line', 8, '')}${chart('stacked', 2, '')}
<chart kind="gantt" today="2026-04-01"><caption>Tasks</caption>${categories}<series name="Planned">${spans.join('')}</series></chart>
</section>
<section id="pictures"><h>Pictures</h>
<figure><img src="a.svg" alt="A bridge"/><caption>The bridge.</caption><credit>Somebody</credit></figure>
<figure width="half" number="none"><img src="a.svg" alt="A bridge"/><caption>Beside.</caption></figure>
<figure look="qr" number="none"><qr href="https://example.org/"/><caption><a href="https://example.org/">example.org</a></caption></figure>
<columns><column><p>Planned.</p></column><column><p>Done.</p></column></columns>
<columns look="ideas"><column><p>Planned.</p></column><column><p>Done.</p></column></columns>
<emblems><emblem name="Ministry"/></emblems></section>
<section id="annex" number="annex"><h>More</h><p>Words.</p></section>
<imprint><emblems><emblem name="Union"/></emblems><p look="small">All rights</p></imprint></document>`;
  const { document, report } = await read(markup, { picture: square });
  if (document === null) throw new Error(report.diagnostics.map(({ message }) => message).join('\n'));
  return document;
}
