/**
 * The page: its shell, its headings, text and links. One rem is 17 px on wide screens and 16 px under 60rem, times what
 * the reader has set. Colours and text styles are the theme's: see `tokens.ts`.
 *
 * Running text is divided where the browser knows how to (English; for Georgian no browser has a dictionary, and text that is
 * ragged at the right can do without). A word too long for its line breaks anywhere. Only in tables its whole width counts when room is shared out: columns
 * would be one letter wide.
 */
import { screenRooms } from '../../../design/screen.ts';
import { allLanguages } from '../../../language/languages.ts';
import type { Theme } from '../../../theme/theme.ts';
import { isSlanted } from '../../typesetting.ts';
import { spaceBeforeMarks } from '../../xhtml/notes.ts';
import { css, leastTarget, type Paints, px } from './paints.ts';

/** Stress in the languages whose leaning letters read badly, or in all where the theme leans none. */
function darkerIn(theme: Theme): string {
  if (theme.stress === 'weight') return 'em';
  const upright = allLanguages.filter((language) => !isSlanted(language, theme));
  return upright.map(({ tag }) => `em:lang(${tag})`).join();
}

export const base = ({ roles: r, looks, theme }: Paints): string => {
  const { page, sheet, skip, side, corners, outlines } = looks.screen;
  const { padding, bar } = looks.aside.plain;
  const { beside, narrowBeside, widest } = screenRooms({ looks });
  const boxed = 2 * padding.side.screen + (bar?.width.screen ?? 0);
  const after = theme.styles.body.screen.after;
  return css`
*,*::before,*::after{box-sizing:border-box}
html{font-size:106.25%;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-block-start:${page.scroll}}
body,h1,h2,h3,h4,h5,h6,p,ul,ol,dl,dd,figure,blockquote{margin:0;padding:0}
body{background:${r.page};font-family:var(--face);font-kerning:normal;hyphens:manual;overflow-wrap:break-word}
:root{--focus:${r.link}}
h1,h2,h3,h4,h5,h6,[role=heading]{text-wrap:balance}
p,figcaption{text-wrap:pretty}
li p{text-wrap:wrap}
:is(section,aside,.columns>div)>p:not([data-look]){hyphens:auto}
strong{font-weight:600}
em{font-style:italic}
${darkerIn(theme)}{font-style:normal;font-weight:500}
.nb{white-space:nowrap}
:is(header,nav,footer,ul,ol,dl,aside,figure,.columns){overflow-wrap:anywhere}
:is(table,td ul,td ol,td dl){overflow-wrap:break-word}
a{color:${r.link};text-decoration-thickness:.07em;text-underline-offset:.24em}
a:hover{text-decoration-thickness:.14em}
:focus-visible{outline:${px(outlines.focus)} solid var(--focus);outline-offset:${px(outlines.offset)};border-radius:${px(corners.focus)}}
main:focus{outline:none}
img{max-inline-size:100%;block-size:auto}

.skip{position:absolute;inset-block-start:${skip.inset};inset-inline-start:${skip.inset};z-index:2;padding:${skip.block} ${skip.inline};background:${r.page};color:${r.link};font-weight:600;border-radius:${px(corners.skip)};outline-offset:0}
.skip:not(:focus){clip-path:inset(50%);inline-size:1px;block-size:1px;padding:0;overflow:hidden;white-space:nowrap}

.said{position:absolute;clip-path:inset(50%);inline-size:1px;block-size:1px;overflow:hidden;white-space:nowrap;-webkit-user-select:none;user-select:none}

.shell{max-inline-size:${page.width};margin-inline:auto;padding-inline:var(--margin);--margin:${page.margin}}
.page{display:grid;grid-template-columns:${page.contents} minmax(0,${page.text});column-gap:${page.gap};padding-block:${page.top} ${page.bottom}}
main{grid-column:2;--out:clamp(0rem,100vw - ${beside + page.text},${widest - page.text})}
main :is(aside,li,dd,td,.columns>*,.chart>*){--out:0rem}
main{--room:calc(min(${page.text},100vw - ${beside}))}
main aside{--room:calc(min(${page.text - boxed},100vw - ${beside + boxed}))}
main :is(li,dd,td,.columns>*){--room:${page.least}}
main :is(.tabled,.chart,.columns,[data-look=figures],[data-look=timeline]){margin-inline-end:calc(-1 * var(--out))}
.sheet{padding-block:${page.top} ${page.bottom}}
.sheet>main{--out:0rem;--room:calc(min(${page.text},100vw - ${beside - page.contents - page.gap}))}
.sheet :is(p,h2,h3,h4,ul,ol):not([data-look=figures],[data-look=timeline]){max-inline-size:${page.text}}
.sheet [data-look=figure]{font-size:${sheet.figure}}
.sheet~.imprint>.shell>*{margin-inline-start:0!important}
.sheet~.imprint>.shell>.columns{max-inline-size:none}
@media screen and (width >= 60rem){
.sheet>main>section:not(:has(>.columns,>section,>[data-look=figures],>[data-look=timeline],>.tabled,>.chart)){columns:2;column-gap:${sheet.gap}}
.sheet>main>section>h2{column-span:all}
.sheet>main :is(ul,ol,aside,figure,.emblems,dl>div){break-inside:avoid}
}
main>section+section{padding-block-start:${after}}
main>section:first-child>:first-child{margin-block-start:0}
h2+section>h3:first-child{margin-block-start:0}
section>:last-child,aside>:last-child,li>:last-child,figure>:last-child,td>:last-child,th>:last-child,dd>:last-child,blockquote>:last-child,.columns>div>:last-child{margin-block-end:0}
abbr[title]{text-decoration:underline dotted ${r.line} .08em;text-underline-offset:.24em}
sup{font-size:.72em;line-height:0;vertical-align:baseline;position:relative;inset-block-start:-.45em}
${spaceBeforeMarks}
sup a{padding:.35em .3em;margin-inline:-.28em -.3em;font-weight:600;text-decoration:none;font-variant-numeric:tabular-nums}
sup a:hover{text-decoration:underline}
:target{scroll-margin-block-start:${page.scroll}}
:is(td,th,dt) .nb.words{white-space:normal}
@media (width < 60rem){:is(h1,h2,h3,h4,h5,h6,[role=heading]) .nb.words{white-space:normal}}
@media (width < 30rem){.nb:is(.words,.long){white-space:normal}}

.contents{position:sticky;inset-block-start:${side.top};align-self:start;max-block-size:calc(100vh - ${2 * side.top});overflow-y:auto;margin-inline:${-side.inline};padding:${side.block} ${side.inline};color:${r.quiet}}
.contents>p{font-size:${theme.styles.small.screen.size};font-weight:600;margin-block-end:${side.title}}
.contents li{--ring:${side.ring};--stroke:${side.stroke};--rail:${side.rail};--indent:${side.indent};--gap:${side.gap};padding-block:${side.entry};--top:${side.entry}}
.contents a{display:inline-block;font-weight:400;min-block-size:${leastTarget}}
.contents ol ol{margin-block:${side.inner} 0}
.contents.rings>ol>li{--axis:${side.axis};--indent:${side.numbered};--rail:${side.numberedRail}}
.contents.rings>ol>.counted>a>.number{font-size:${side.number};--stroke:${side.numberStroke}}
.contents li li{--indent:${side.step};--gap:0rem;padding-block:${side.innerEntry};--top:${side.innerEntry}}
.contents li li::before,.contents li li::after{display:none}
.contents li li .number{display:inline-block;min-inline-size:calc(${side.step} - .28em);margin-inline-start:${-side.step};color:${r.quiet};font-variant-numeric:tabular-nums}

@media (width < 60rem){
html{font-size:100%}
.shell{--margin:${page.narrowMargin}}
.page{display:block;padding-block:${page.narrowTop} ${page.narrowBottom}}
main{max-inline-size:${page.text}}
.contents{position:static;max-block-size:none;overflow:visible;margin-block-end:${side.narrowAfter}}
.contents ol ol,.contents.twice{display:none}
main,main aside{--room:calc(100vw - ${narrowBeside})}
}
@media screen and (width >= 60rem){
main .twice:not(:target,:target>*){display:none}
main>.twice:first-child:not(:target)+section{padding:0}
main>.twice:first-child:not(:target)+section>:first-child{margin-block-start:0}
}
@media (width >= 60rem) and (height < 30rem){.contents{position:static;max-block-size:none}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;
};
