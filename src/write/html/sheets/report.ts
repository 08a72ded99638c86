/** What reports and factsheets have beside running text. */
import type { Theme } from '../../../theme/theme.ts';
import { type Paints, rem, tint } from './paints.ts';

const zero = { page: 0, word: 0, screen: 0 };

/** The ring around the number of a section; none has no measures, and `openings` has its number another way. */
function ringOf({ section }: Theme['looks']) {
  const { ring, number } = section.plain;
  return ring ?? { diameter: zero, stroke: zero, color: number.first ?? number.color };
}

/** A section's ring with its number, in the rail; contents with rings on a rail, annexes under a hairline; notes. */
/** A section's number in its ring, in the rail. */
const numberRings = (
  looks: Theme['looks'],
) => `h2.numbered{--ring:${rem(ringOf(looks).diameter.screen)};--stroke:${rem(ringOf(looks).stroke.screen)};min-block-size:var(--ring);padding-block-start:.3rem}
h2>.number{position:absolute;inset-block-start:0;inset-inline-start:-4.4rem;display:grid;place-items:center;min-inline-size:var(--ring);block-size:var(--ring);border:var(--stroke) solid ${tint(ringOf(looks).color)};border-radius:2rem;font-size:1.2rem;letter-spacing:normal}
@media (width < 80rem){
h2>.number{inset-inline-start:-3.9rem}
}
@media (width < 60rem){
h2.numbered{--ring:2.4rem;--stroke:.22rem;padding-inline-start:3.2rem;padding-block-start:.15rem}
h2>.number{inset-inline-start:0;font-size:1rem}
}

`;

export const sections = ({ roles: r, looks }: Paints) => `
.numbered{position:relative}
.number{font-variant-numeric:lining-nums tabular-nums}
h3>.number,h4>.number,h5>.number,h6>.number{margin-inline-end:.35em}
${looks.section.plain.ring === null ? '' : numberRings(looks)}.rings>ol>li::before{inset-inline-start:calc((var(--axis) - var(--ring)) / 2)}
.rings>ol>li:not(:last-child)::after{inset-inline-start:calc((var(--axis) - var(--rail)) / 2)}
.rings>ol>.counted{--ring:var(--axis)}
.rings>ol>.counted::before{display:none}
.rings>ol>.counted>a>.number{position:relative;z-index:1;display:inline-grid;place-items:center;inline-size:var(--axis);block-size:var(--axis);margin-block:calc((1lh - var(--axis)) / 2);margin-inline:calc(-1 * var(--indent)) calc(var(--indent) - var(--axis) - .3rem);border:var(--stroke) solid ${tint(looks.contents.ring.color)};border-radius:50%;background:${r.page};vertical-align:middle;color:${r.strong}}
.rings>ol>.lettered::before,.rings>ol>.lettered::after,.rings>ol>li:has(+.lettered)::after{display:none}
.rings>ol>.lettered>a>.number{display:inline-block;inline-size:var(--axis);margin-inline:calc(-1 * var(--indent)) calc(var(--indent) - var(--axis) - .3rem);text-align:center;color:${r.quiet}}
.rings>ol>li:not(.lettered)+.lettered{margin-block-start:1rem;padding-block-start:.9rem;border-block-start:1px solid ${r.hair}}

.toc{margin-block:1.2rem 2rem}
.toc a{display:inline-block;min-block-size:24px;color:inherit;text-decoration-color:${r.line};text-decoration-thickness:.06em}
.toc a:hover{text-decoration-color:currentColor}
main .toc li::before{content:""}
.toc.rings>ol>li{--axis:${rem(looks.contents.ring.diameter.screen)};--ring:.9rem;--stroke:${rem(looks.contents.ring.stroke.screen)};--rail:${rem(looks.contents.rail?.width.screen ?? 0)};--indent:${rem(looks.contents.indent.screen)};--gap:.85rem}
.toc.rings>ol>.lettered{--gap:.35rem}
.toc li li{--indent:${rem(looks.contents.step.screen)};--gap:.15rem}
.toc li li::before,.toc li li::after,.toc:not(.sections) li::before,.toc:not(.sections) li::after{display:none}
.toc li li .number{display:inline-block;min-inline-size:calc(${rem(looks.contents.step.screen)} - .28em);margin-inline-start:${rem(-looks.contents.step.screen)};color:${r.quiet}}
.toc ol ol{margin-block:.3rem .2rem}
.toc:not(.sections) li{--indent:0rem;--gap:.3rem;font-weight:400}
.toc:not(.sections) .number{font-weight:600}

main .notes{margin-block-start:3.4rem;padding-block-start:1.3rem;border-block-start:${rem(looks.note.rule.width.screen)} solid ${tint(looks.note.rule.color)}}
main .notes h2{margin-block-start:0;font-size:1.2rem}
.notes li{--indent:1.8rem;--gap:.45rem}
main .notes li::before{content:counter(list-item);color:${r.link};font-weight:600}
.notes li:target,sup a:target{outline:2px solid ${r.attention};outline-offset:.3rem}
.notes [role=doc-backlink]{display:inline-grid;place-items:center;inline-size:1.7rem;min-inline-size:24px;block-size:1.7rem;margin-block:-.3rem;vertical-align:middle}
.back{inline-size:1rem;block-size:1rem}
`;

/** Before and after, said once where they are one. */
function room(before: number, after: number): string {
  return before === after ? rem(before) : `${rem(before)} ${rem(after)}`;
}

export const pieces = ({ roles: r, looks }: Paints) => `
.quote{margin-block:${room(looks.quote.before.screen, looks.quote.after.screen)}}
.quote blockquote{max-inline-size:36rem}
.quote blockquote p{margin-block-end:${rem(looks.quote.source.screen)};text-wrap:pretty}
figcaption .label{font-weight:600;color:${tint(looks.caption.number)}}
figcaption{color:${tint(looks.caption.words)}}
figcaption small{color:${tint(looks.caption.credit)}}
.chart{margin-block:2rem}
.chart>figcaption{max-inline-size:40rem;margin-block:0 .9rem}
.chart .label{color:inherit}
.chart svg{display:block;inline-size:100%;block-size:auto;max-inline-size:45rem;overflow:visible}
:is(h2,h3,h4,[data-look=lead])+:is(.chart,.tabled,figure){margin-block-start:1.1rem}
.slim{display:none}
@media (width < 34rem){
.broad{display:none}
.slim{display:block;max-inline-size:24rem}
}
@media screen and (width >= 60rem){
.columns .broad{display:none}
.columns .slim{display:block;max-inline-size:24rem}
}
details{margin-block:.7rem 0}
summary{display:inline-block;padding-block:.25rem;font-size:.88rem;font-weight:600;color:${r.link};cursor:pointer}
summary::before{content:"";display:inline-block;inline-size:.42rem;block-size:.42rem;margin-inline-end:.6rem;border:solid currentColor;border-width:.12rem .12rem 0 0;rotate:45deg;translate:0 -.08rem}
[open]>summary::before{rotate:135deg;translate:0 -.18rem}
summary:hover{text-decoration:underline}
details .tabled{margin-block:.6rem 0}
.description{margin-block:0 1.6rem}
figure:has(+.description),figure:has(+.description)>figcaption{margin-block-end:.3rem}
details>p{max-inline-size:40rem;margin-block:.3rem}

dl{margin-block:0 1.4rem}
[data-look=facts]>div,dl:not([data-look])>div,[data-look=abbreviations]>div{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,5fr);gap:.1rem 1.5rem;padding-block:.5rem;border-block-start:1px solid ${r.hair}}
[data-look=facts]>div:last-child,[data-look=abbreviations]>div:last-child,dl:not([data-look])>div:last-child{border-block-end:1px solid ${r.hair}}
dl:not([data-look=cover]) dt{font-weight:600;color:${r.strong}}
[data-look=abbreviations]>div{grid-template-columns:minmax(4.5rem,1fr) 5fr;padding-block:.3rem;border:0!important}
@media (width < 30rem){
[data-look=facts]>div,dl:not([data-look])>div{grid-template-columns:1fr}
}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr));gap:1rem ${rem(looks.columns.gap.screen)};margin-block-end:1rem}
.columns>div{min-inline-size:0}
.columns>div>:first-child,.columns>div>section:first-child>:first-child{margin-block-start:0}
@media screen and (width >= 60rem){.sheet .columns{column-gap:4rem}}
@media (width < 60rem){.columns{grid-template-columns:minmax(0,1fr)}}
[data-look=ideas]{grid-template-columns:minmax(0,7fr) minmax(0,13fr);padding-block:1.4rem .4rem;margin-block-end:0;border-block-start:1px solid ${r.hair}}
[data-look=ideas]>:only-child{grid-column:2}
[data-look=ideas] figure{margin:0}
@media (width < 40rem){[data-look=ideas]{grid-template-columns:minmax(0,1fr)}[data-look=ideas]>:only-child{grid-column:1}}

[data-look=figures]{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,12rem),1fr));gap:1.7rem ${rem(looks.figures.gap.screen)};margin-block:1.8rem 2.4rem}
[data-look=figures]>li{--gap:0rem;padding:0}
[data-look=figures]>li::before,[data-look=figures]>li::after,[data-look=timeline]>li::before{display:none}
[data-look=figures] p{margin-block:0}
[data-look=figure]{font-variant-numeric:lining-nums}
[data-look=figures] [data-look=small]{color:${r.quiet}}
.progress{--ground:${looks.figures.bar.track === null ? r.page : tint(looks.figures.bar.track)};block-size:${rem(looks.figures.bar.height.screen)};margin-block:.25rem .65rem;${looks.figures.bar.outline === null ? '' : `border:1px solid ${tint(looks.figures.bar.outline.color)};`}${looks.figures.bar.round ? 'border-radius:1rem;' : ''}background:var(--ground);overflow:hidden}
.progress svg{display:block}

[data-look=timeline]{margin-block:1.6rem 2rem;--line:${rem(looks.timeline.screen.line)}}
[data-look=timeline]>li{--ring:${rem(looks.timeline.screen.ring)};--stroke:${rem(looks.timeline.screen.stroke)};--indent:${rem(looks.timeline.screen.indent)};--gap:${rem(looks.timeline.screen.gap)};--mark:${tint(looks.li.done.color)};--way:solid ${tint(looks.li.done.color)}}
main [data-look=timeline]>li::before{display:block;z-index:1;inset-block-start:calc((1lh - var(--ring)) / 2);background:${r.page}}
[data-look=timeline]>li:not(:last-child)::after{inset-inline-start:calc((var(--ring) - var(--line)) / 2);inset-block:calc((1lh + var(--ring)) / 2) calc((var(--ring) - 1lh) / 2 - var(--gap));border-inline-start:var(--line) var(--way)}
[data-look=ahead],[data-look=today],[data-look=done]:has(+[data-look=ahead]){--way:dashed ${tint(looks.li.ahead.color)}!important}
[data-look=ahead]{--mark:${tint(looks.li.ahead.color)}!important}
[data-look=today]::before{background:${tint(looks.li.today.color)}!important}
[data-look=timeline] p{margin-block:0}

[data-look=qr]{display:flex;flex-wrap:wrap;align-items:center;gap:1rem 1.4rem}
[data-look=qr] img{inline-size:9rem;background:${r.slot};border-radius:4px}
[data-look=qr] figcaption{margin:0;font-size:1rem;font-weight:600;overflow-wrap:anywhere}
`;

/** The timeline lies where its list has room; long ones stand. */
export const timeline = `
@media (width >= 60rem){
[data-look=timeline]:not(li *,aside *,.columns *):not(:has(>:nth-child(7))){display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:0}
[data-look=timeline]:not(li *,aside *,.columns *):not(:has(>:nth-child(7)))>li{--gap:0rem;padding:2.2rem 1.4rem 0 0}
main [data-look=timeline]:not(li *,aside *,.columns *):not(:has(>:nth-child(7)))>li::before{inset-block-start:0}
[data-look=timeline]:not(li *,aside *,.columns *):not(:has(>:nth-child(7)))>li:not(:last-child)::after{inset-block:calc((var(--ring) - var(--line)) / 2) auto;inset-inline:var(--ring) 0;border-inline-start:0;border-block-start:var(--line) var(--way)}
}
`;
