/** What reports and factsheets have beside running text. */
import { designCaption } from '../../../design/tables.ts';
import type { Theme } from '../../../theme/theme.ts';
import { css, leastTarget, lineOf, type Paints, px, rem, tint } from './paints.ts';

const zero = { page: 0, word: 0, screen: 0 };

/** The ring around the number of a section; none has no measures, and `openings` has its number another way. */
function ringOf({ section }: Theme['looks']) {
  const { ring, number } = section.plain;
  return ring ?? { diameter: zero, stroke: zero, color: number.first ?? number.color };
}

/** A section's number in its ring, in the rail. */
function numberRings(looks: Theme['looks']): string {
  const { ring } = looks.screen;
  return css`h2.numbered{--ring:${rem(ringOf(looks).diameter.screen)};--stroke:${rem(ringOf(looks).stroke.screen)};min-block-size:var(--ring);padding-block-start:${ring.top}}
h2>.number{position:absolute;inset-block-start:0;inset-inline-start:${-ring.rail};display:grid;place-items:center;min-inline-size:var(--ring);block-size:var(--ring);border:var(--stroke) solid ${tint(ringOf(looks).color)};border-radius:${ring.corner};font-size:${ring.number};letter-spacing:normal}
@media (width < 80rem){
h2>.number{inset-inline-start:${-ring.nearRail}}
}
@media (width < 60rem){
h2.numbered{--ring:${ring.narrow};--stroke:${ring.narrowStroke};padding-inline-start:${ring.narrowIndent};padding-block-start:${ring.narrowTop}}
h2>.number{inset-inline-start:0;font-size:${ring.narrowNumber}}
}

`;
}

/** Contents with rings on a rail, annexes under a hairline; notes. */
export const sections = ({ roles: r, looks, theme: { styles } }: Paints): string => {
  const { toc, notes, outlines } = looks.screen;
  const { step, ring, rail, indent } = looks.contents;
  return css`
.numbered{position:relative}
.number{font-variant-numeric:lining-nums tabular-nums}
h3>.number,h4>.number,h5>.number,h6>.number{margin-inline-end:.35em}
${looks.section.plain.ring === null ? '' : numberRings(looks)}.rings>ol>li::before{inset-inline-start:calc((var(--axis) - var(--ring)) / 2)}
.rings>ol>li:not(:last-child)::after{inset-inline-start:calc((var(--axis) - var(--rail)) / 2)}
.rings>ol>.counted{--ring:var(--axis)}
.rings>ol>.counted::before{display:none}
.rings>ol>.counted>a>.number{position:relative;z-index:1;display:inline-grid;place-items:center;inline-size:var(--axis);block-size:var(--axis);margin-block:calc((1lh - var(--axis)) / 2);margin-inline:calc(-1 * var(--indent)) calc(var(--indent) - var(--axis) - ${toc.number});border:var(--stroke) solid ${tint(looks.contents.ring.color)};border-radius:50%;background:${r.page};vertical-align:middle;color:${r.strong}}
.rings>ol>.lettered::before,.rings>ol>.lettered::after,.rings>ol>li:has(+.lettered)::after{display:none}
.rings>ol>.lettered>a>.number{display:inline-block;inline-size:var(--axis);margin-inline:calc(-1 * var(--indent)) calc(var(--indent) - var(--axis) - ${toc.number});text-align:center;color:${r.quiet}}
.rings>ol>li:not(.lettered)+.lettered{margin-block-start:${toc.annexes};padding-block-start:${toc.annexesTop};border-block-start:1px solid ${r.hair}}

.toc{margin-block:${toc.before} ${toc.after}}
.toc a{display:inline-block;min-block-size:${leastTarget};color:inherit;text-decoration-color:${r.line};text-decoration-thickness:.06em}
.toc a:hover{text-decoration-color:currentColor}
main .toc li::before{content:""}
.toc.rings>ol>li{--axis:${ring.diameter.screen};--ring:${toc.ring};--stroke:${ring.stroke.screen};--rail:${rail?.width.screen ?? 0};--indent:${indent.screen};--gap:${toc.gap}}
.toc.rings>ol>.lettered{--gap:${toc.lettered}}
.toc li li{--indent:${step.screen};--gap:${toc.inner}}
.toc li li::before,.toc li li::after,.toc:not(.sections) li::before,.toc:not(.sections) li::after{display:none}
.toc li li .number{display:inline-block;min-inline-size:calc(${step.screen} - .28em);margin-inline-start:${-step.screen};color:${tint(looks.contents.number)}}
.toc ol ol{margin-block:${toc.innerBefore} ${toc.innerAfter}}
.toc:not(.sections) li{--indent:0rem;--gap:${toc.listed};font-weight:400}
.toc:not(.sections) .number{font-weight:600}

main .notes{margin-block-start:${styles.h1.screen.before};padding-block-start:${notes.top};border-block-start:${looks.note.rule.width.screen} solid ${tint(looks.note.rule.color)}}
main .notes h2{margin-block-start:0;font-size:${styles.h2.screen.size}}
.notes li{--indent:${notes.indent};--gap:${notes.gap}}
main .notes li::before{content:counter(list-item);color:${tint(looks.note.number)};font-weight:600}
.notes li:target,sup a:target{outline:${px(outlines.target)} solid ${r.attention};outline-offset:${notes.target}}
.notes [role=doc-backlink]{display:inline-grid;place-items:center;inline-size:${notes.back};min-inline-size:${leastTarget};block-size:${notes.back};margin-block:${-notes.over};vertical-align:middle}
.back{inline-size:${notes.arrow};block-size:${notes.arrow}}
`;
};

/** Before and after, said once where they are one. */
function room(before: number, after: number): string {
  return before === after ? rem(before) : `${rem(before)} ${rem(after)}`;
}

type TermsLook = Theme['looks']['dl']['plain'];

function termOf({ term }: TermsLook): string {
  return `${term.weight === null ? '' : `font-weight:${term.weight};`}color:${tint(term.color)}`;
}

/** Terms that look otherwise than plain ones; those of covers are the cover's. */
function ownTerms({ dl: { plain, ...others } }: Theme['looks']): string {
  const rules = Object.entries(others).filter(([name, look]) => name !== 'cover' && termOf(look) !== termOf(plain));
  return rules.map(([name, look]) => `\ndl[data-look=${name}] dt{${termOf(look)}}`).join('');
}

export const pieces = ({ roles: r, looks, theme }: Paints): string => {
  const { styles } = theme;
  const { weight, color } = designCaption(theme).number;
  // The number of a table or chart is in the words of its finding, unless it has a colour of its own.
  const findingNumber =
    weight === null
      ? '.chart .label{color:inherit}'
      : css`.finding .label{font-weight:${String(weight)};color:${tint(color)}}`;
  const { page, chart, details, terms, columns, figures, code, corners, sheet } = looks.screen;
  const { bar } = looks.figures;
  const stop = looks.timeline.screen;
  return css`
.quote{margin-block:${room(looks.quote.before.screen, looks.quote.after.screen)}}
.quote blockquote{max-inline-size:${page.caption}}
.quote blockquote p{margin-block-end:${rem(looks.quote.source.screen)};text-wrap:pretty}
figcaption .label{font-weight:600;color:${tint(looks.caption.number)}}
figcaption{color:${tint(looks.caption.words)}}
figcaption small{color:${tint(looks.caption.credit)}}
.chart{margin-block:${chart.around}}
.chart>figcaption{max-inline-size:${page.text};margin-block:0 ${chart.caption}}
${findingNumber}
.chart svg{display:block;inline-size:100%;block-size:auto;max-inline-size:${chart.width};overflow:visible}
:is(h2,h3,h4,[data-look=lead])+:is(.chart,.tabled,figure){margin-block-start:${chart.first}}
.slim{display:none}
@media (width < 34rem){
.broad{display:none}
.slim{display:block;max-inline-size:${chart.slim}}
}
@media screen and (width >= 60rem){
.columns .broad{display:none}
.columns .slim{display:block;max-inline-size:${chart.slim}}
}
details{margin-block:${details.before} 0}
summary{display:inline-block;padding-block:${details.summary};font-size:${styles.small.screen.size};font-weight:600;color:${r.link};cursor:pointer}
summary::before{content:"";display:inline-block;inline-size:${details.arrow};block-size:${details.arrow};margin-inline-end:${details.gap};border:solid currentColor;border-width:${details.stroke} ${details.stroke} 0 0;rotate:45deg;translate:0 ${-details.rise}}
[open]>summary::before{rotate:135deg;translate:0 ${-details.openRise}}
summary:hover{text-decoration:underline}
details .tabled{margin-block:${details.table} 0}
.description{margin-block:0 ${details.after}}
figure:has(+.description),figure:has(+.description)>figcaption{margin-block-end:${details.under}}
details>p{max-inline-size:${page.text};margin-block:${details.words}}

dl{margin-block:0 ${terms.after}}
[data-look=facts]>div,dl:not([data-look])>div,[data-look=abbreviations]>div{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,5fr);gap:${terms.narrow} ${terms.gap};padding-block:${terms.entry};border-block-start:1px solid ${r.hair}}
[data-look=facts]>div:last-child,[data-look=abbreviations]>div:last-child,dl:not([data-look])>div:last-child{border-block-end:1px solid ${r.hair}}
dl:not([data-look=cover]) dt{${termOf(looks.dl.plain)}}${ownTerms(looks)}
[data-look=abbreviations]>div{grid-template-columns:minmax(${terms.short},1fr) 5fr;padding-block:${terms.shortEntry};border:0!important}
@media (width < 30rem){
[data-look=facts]>div,dl:not([data-look])>div{grid-template-columns:1fr}
}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,${columns.least}),1fr));gap:${columns.between} ${looks.columns.gap.screen};margin-block-end:${columns.after}}
.columns>div{min-inline-size:0}
.columns>div>:first-child,.columns>div>section:first-child>:first-child{margin-block-start:0}
@media screen and (width >= 60rem){.sheet .columns{column-gap:${sheet.gap}}}
@media (width < 60rem){.columns{grid-template-columns:minmax(0,1fr)}}
[data-look=ideas]{grid-template-columns:minmax(0,7fr) minmax(0,13fr);padding-block:${columns.ideaTop} ${columns.ideaBottom};margin-block-end:0;border-block-start:1px solid ${r.hair}}
[data-look=ideas]>:only-child{grid-column:2}
[data-look=ideas] figure{margin:0}
@media (width < 40rem){[data-look=ideas]{grid-template-columns:minmax(0,1fr)}[data-look=ideas]>:only-child{grid-column:1}}

[data-look=figures]{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,${figures.least}),1fr));gap:${figures.between} ${looks.figures.gap.screen};margin-block:${figures.before} ${figures.after}}
[data-look=figures]>li{--gap:0rem;padding:0}
[data-look=figures]>li::before,[data-look=figures]>li::after,[data-look=timeline]>li::before{display:none}
[data-look=figures] p{margin-block:0}
[data-look=figure]{font-variant-numeric:lining-nums}
[data-look=figures] [data-look=small]{color:${r.quiet}}
.progress{--ground:${bar.track === null ? r.page : tint(bar.track)};block-size:${bar.height.screen};margin-block:${figures.bar} ${figures.underBar};${bar.outline === null ? '' : `border:${lineOf(bar.outline)};`}${bar.round ? `border-radius:${rem(bar.height.screen)};` : ''}background:var(--ground);overflow:hidden}
.progress svg{display:block}

[data-look=timeline]{margin-block:${stop.before} ${stop.after};--line:${stop.line}}
[data-look=timeline]>li{--ring:${stop.ring};--stroke:${stop.stroke};--indent:${stop.indent};--gap:${stop.gap};--mark:${tint(looks.li.done.color)};--way:solid ${tint(looks.li.done.color)}}
main [data-look=timeline]>li::before{display:block;z-index:1;inset-block-start:calc((1lh - var(--ring)) / 2);background:${r.page}}
[data-look=timeline]>li:not(:last-child)::after{inset-inline-start:calc((var(--ring) - var(--line)) / 2);inset-block:calc((1lh + var(--ring)) / 2) calc((var(--ring) - 1lh) / 2 - var(--gap));border-inline-start:var(--line) var(--way)}
[data-look=ahead],[data-look=today],[data-look=done]:has(+[data-look=ahead]){--way:dashed ${tint(looks.li.ahead.color)}!important}
[data-look=ahead]{--mark:${tint(looks.li.ahead.color)}!important}
[data-look=today]::before{background:${tint(looks.li.today.color)}!important}
[data-look=timeline] p{margin-block:0}

[data-look=qr]{display:flex;flex-wrap:wrap;align-items:center;gap:${code.below} ${code.gap}}
[data-look=qr] img{inline-size:${code.width};background:${r.slot};border-radius:${px(corners.code)}}
[data-look=qr] figcaption{margin:0;font-size:${styles.body.screen.size};font-weight:600;overflow-wrap:anywhere}
`;
};

/** The timeline lies where its list has room; long ones stand. */
export const timeline = ({ looks }: Paints): string => css`
@media (width >= 60rem){
[data-look=timeline]:not(li *,aside *,.columns *):not(:has(>:nth-child(7))){display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:0}
[data-look=timeline]:not(li *,aside *,.columns *):not(:has(>:nth-child(7)))>li{--gap:0rem;padding:${looks.timeline.screen.above} ${looks.timeline.screen.beside} 0 0}
main [data-look=timeline]:not(li *,aside *,.columns *):not(:has(>:nth-child(7)))>li::before{inset-block-start:0}
[data-look=timeline]:not(li *,aside *,.columns *):not(:has(>:nth-child(7)))>li:not(:last-child)::after{inset-block:calc((var(--ring) - var(--line)) / 2) auto;inset-inline:var(--ring) 0;border-inline-start:0;border-block-start:var(--line) var(--way)}
}
`;
