import { isSize } from '../../../theme/page-size.ts';
import { colorProperty } from '../../../theme/svg.ts';
import type { ColorName, Theme } from '../../../theme/theme.ts';
import { css, millimetres, type Paints, pt, px, tint, unitOf } from './paints.ts';

/** How far text stands in on paper, in whole millimetres. */
function railOf({ page }: Theme): string {
  return millimetres(page.rail, 1);
}

/** A colour of the theme takes another value. */
function set(name: ColorName, value: string): string {
  return `${colorProperty(name)}:${value}`;
}

/** The colours of drawings in those that a reader has chosen. */
function forced(selector: string, colors: Theme['looks']['forced']['main']): string {
  const values = Object.entries(colors).map(([name, value]) => set(name as ColorName, value ?? 'CanvasText'));
  return `${selector}{${values.join(';')}}\n`;
}

/** On paper lanes keep their order in the colours for white ground. */
function lanesOnPaper({ looks, roles }: Theme): string {
  const { lanes, masthead } = looks.paper;
  const order = lanes.map((name, index) => `--lane-${index + 1}:${tint(name)}`).join(';');
  return `.masthead{--unit:${unitOf(looks.screen.field.narrowUnitsPerRem)};--bend:72%;${order}}
.masthead>svg{${set(roles.field, tint(roles.page))};${onLanes(masthead)}}
`;
}

function crossingOnPaper({ looks, roles }: Theme): string {
  return `.parted>.field>svg+svg{${set(roles.field, tint(roles.page))};${onLanes(looks.paper.crossing)}}\n`;
}

function onLanes(colors: Readonly<Partial<Record<string, number>>>): string {
  return Object.entries(colors)
    .map(([name, lane]) => set(name as ColorName, `var(--lane-${lane})`))
    .join(';');
}

/** What changes for readers who ask for more contrast or their own colours, and on paper. */
export const preferences = ({ roles: r, theme }: Paints) => `
@media (prefers-contrast:more){
:root{${set(theme.roles.quiet, r.text)};${set(theme.roles.rail, r.line)};${set(theme.roles.hair, r.line)}}
.masthead [data-look=byline]{color:${r.fieldText}}
a{text-decoration-thickness:.12em}
aside{outline:1px solid ${r.line}}
}
@media (forced-colors:active){
.masthead{border-block-end:1px solid CanvasText}
${theme.lanes ? forced('.masthead svg', theme.looks.forced.cover) : ''}${forced('main svg', theme.looks.forced.main)}.icon{color:CanvasText}
.table{--ground:Canvas;${set(theme.roles.rail, 'CanvasText')}}
.progress{--ground:Canvas}
[data-look=group]>*{border-block-start:1px solid CanvasText}
[data-look=focus]::before,[data-look=today]::before{forced-color-adjust:none;background:Highlight!important;border-color:Highlight!important}
aside,[data-look=panel]{border:1px solid CanvasText}
.slot,.emblem{border-color:CanvasText}
:root{--focus:Highlight}
}
`;

/** Sections that begin a page. */
function newPages({ looks: { section } }: Theme): string {
  const { plain, ...others } = section;
  const rules = Object.entries(others).filter(([, { newPage }]) => newPage !== plain.newPage);
  return [
    ...(plain.newPage ? ['main>section+section{break-before:page}'] : []),
    ...rules.map(([name, { newPage }]) => `section[data-look=${name}]{break-before:${newPage ? 'page' : 'auto'}}`),
  ].join('');
}

/** The size of a page in CSS (CSS Paged Media 3, 7.1): by its name, else width and height in millimetres. */
function sizeOf({ page }: Theme, turned = false): string {
  if (isSize({ page }, 'a4')) return turned ? 'A4 landscape' : 'A4';
  const [width = '', height = ''] = [page.width, page.height].map((length) => millimetres(length, 10));
  return turned ? `${height} ${width}` : `${width} ${height}`;
}

/** The theme's pages, with the empty rail of the pages at the left. The lanes keep their order in the colours for white ground; addresses of links are written out. */
export const print = ({ roles: r, looks, theme }: Paints): string => {
  const { printed, field, corners } = looks.screen;
  const { margins, text, rule } = looks.paper;
  const line = `${pt(rule)} solid ${r.line}`;
  return css`
@media print{
@page{size:${sizeOf(theme)};margin:${millimetres(margins.top)} ${millimetres(margins.side)} ${millimetres(margins.bottom)}}
@page turned{size:${sizeOf(theme, true)}}
html{font-size:${pt(text)}}
main{--pull:${railOf(theme)}}
main :is(aside,li,dd,td,.columns>*,.chart>*),.sheet>main{--pull:0rem}
.skip,.contents,.languages{display:none}
.shell,.page{display:block;max-inline-size:none;padding:0}
main,.imprint>.shell{margin-inline-start:${railOf(theme)};max-inline-size:none}
main{padding-block-start:${printed.top}}
${theme.lanes ? lanesOnPaper(theme) : ''}.masthead>.shell{min-block-size:0;padding-block-end:calc(${String(field.height)} * var(--unit) - ${printed.over})}
.masthead h1{color:${r.strong}}
.masthead p:not(.slot){color:${r.quiet}}
.masthead strong{color:${r.text}}
.parted>.ground .shell,.parted>.field>.shell{min-block-size:0;padding-block-end:${printed.parted}}
.parted>.field>.shell{padding-block-start:calc(${String(field.half)} * var(--unit) + ${printed.facts})}
${theme.lanes ? crossingOnPaper(theme) : ''}.masthead [data-look=cover] dt{color:${r.quiet}}
.masthead [data-look=cover] dd,.masthead aside,.masthead aside p{color:${r.text}!important}
.masthead [data-look=cover]{grid-template-columns:repeat(3,minmax(0,1fr))}
.masthead [data-look=notice]{margin-block-end:${printed.notice};--slant:${r.attention}}
.masthead [data-look=kind]{color:${r.quiet}}
.masthead [data-look=kind]:not(:has(strong)),.masthead [data-look=kind] strong{color:${r.attention}!important}
p,li{orphans:3;widows:3}
h2,h3,h4,h5,h6,[role=heading],[data-look=lead]{break-after:avoid}
ul,ol{break-before:avoid}
.tabled,.chart,[data-look=figures]{margin-inline:calc(-1 * var(--pull)) 0!important}
.table{overflow:visible!important;background:none!important}
.table table{min-inline-size:0}
.tabled.wide{page:turned}
caption>div,.stay,.wide th{position:static!important}
caption>div,.stay{max-inline-size:none}
thead{break-inside:avoid}
tfoot{display:table-row-group;break-before:avoid}
tr{break-inside:avoid}
thead+tbody>tr:first-child{break-before:avoid}
caption,[data-look=group],.joined,figcaption:first-child{break-after:avoid}
[data-look=total]{break-before:avoid}
[data-look=group]>*{background:none;border-block-start:${line}}
h2.numbered{padding-inline-start:0}
${theme.page.rail === 0 ? '' : `h2>.number{inset-inline-start:-${railOf(theme)}}\n`}${newPages(theme)}
summary,[role=doc-backlink]{display:none}
details::details-content{content-visibility:visible}
.sheet>main{margin-inline-start:0}
li,figure:not(.chart),aside,.emblems,.imprint{break-inside:avoid}
li:first-child,li:nth-last-child(2){break-after:avoid}
h2{margin-block-start:${printed.section}}
main>section+section{padding:0}
aside,[data-look=panel]{margin-inline:0;padding:${printed.boxBlock} ${printed.boxInline};border:${line};border-radius:${px(corners.printed)}}
[data-look=focus]::before{print-color-adjust:exact}
a{color:inherit}
main a[href^=http]:not([data-spelt])::after,.imprint a[href^=http]:not([data-spelt])::after{content:" (" attr(href) ")";overflow-wrap:anywhere;font-weight:400}
.imprint{margin-block-start:${printed.imprint}}
.imprint>.shell{padding-block:${printed.imprintTop} 0}
.imprint>.shell>*{margin-inline-start:0}
}
`;
};

/** What is not finished says so in a corner, on each page of paper too. Its title says it to those who hear it. */
export const stamp = (words: string, { roles: r, looks }: Paints): string => {
  const { page, corners, outlines } = looks.screen;
  return css`
body::after{content:${JSON.stringify(words)};content:${JSON.stringify(words)} / "";position:fixed;inset-block-end:${page.stamp};inset-inline-end:${page.stamp};z-index:9;padding:.2em .8em;border:${px(outlines.stamp)} solid ${r.attention};border-radius:${px(corners.stamp)};background:${r.page};color:${r.attention};font-weight:700;pointer-events:none}`;
};
