/**
 * The style sheet of a book. What a reading system lets its readers choose is left to it: ground and colour of the text, its size,
 * its leading. So words take the colour that is there, what is drawn beside them is in tones that show on any ground, and what needs
 * a ground of its own brings it. Lengths are in em of the reader's own size. Only rules that old readers know, but for colours of a
 * dark page.
 */
import { colorProperty } from '../../theme/svg.ts';
import { colorOf, type Theme } from '../../theme/theme.ts';
import { fontStack } from '../xhtml/fonts.ts';
import { spaceBeforeMarks } from '../xhtml/notes.ts';

/** The weights that the rules below set words in. */
export function weightsOf(theme: Theme): ReadonlySet<number> {
  return new Set([
    400,
    600,
    theme.styles.title.screen.weight,
    theme.styles.h1.screen.weight,
    theme.styles.figure.screen.weight,
  ]);
}

function colors(theme: Theme, mode: 'light' | 'dark'): string {
  return Object.entries(theme.colors)
    .map(([name, color]) => `${colorProperty(name)}:${color[mode]}`)
    .join(';');
}

/** Of the columns that tables have, in percent; and the least ones of tables, in rem of a page. */
interface TableWidths {
  readonly columns: ReadonlySet<number>;
  readonly tables: ReadonlySet<number>;
}

export function styleSheet(theme: Theme, fonts: readonly string[], widths: TableWidths): string {
  const { roles, styles } = theme;
  const hex = (name: typeof roles.page) => colorOf(theme, name).light;
  const [mark, line, slot, attention] = [hex(roles.mark), hex(roles.line), hex(roles.slot), hex(roles.attention)];
  const slotText = hex(styles.slot.color);
  const heading = (selector: string, style: 'title' | 'h1' | 'h2' | 'h3' | 'h4', size: number) => {
    const { screen, family } = styles[style];
    const face = family === theme.family ? '' : `font-family:${fontStack(theme, family)};`;
    return `${selector}{${face}font-size:${size}em;line-height:1.25;font-weight:${screen.weight};margin:1.4em 0 .5em;text-align:left;text-align:start;hyphens:none;-webkit-hyphens:none;break-after:avoid;page-break-after:avoid}`;
  };
  return `${fonts.join('\n')}
:root{${colors(theme, 'light')}}
@media (prefers-color-scheme:dark){:root{${colors(theme, 'dark')}}}
body{font-family:${fontStack(theme)};margin:0;padding:0;line-height:1.5;widows:2;orphans:2}
${heading('h1', 'title', 1.9)}
${heading('h2', 'h1', 1.5)}
${heading('h3', 'h2', 1.22)}
${heading('h4', 'h3', 1.08)}
${heading('h5,h6', 'h4', 1)}
body>section>h2{margin-top:.5em;padding-top:.7em;border-top:.28em solid ${mark}}
body>section>h2:first-child{margin-top:0}
p{margin:0 0 .75em}
ul,ol{margin:0 0 .9em;padding:0 0 0 1.4em}
li{margin:0 0 .35em}
li>p:last-child,td>p:last-child,dd>p:last-child,aside>:last-child{margin-bottom:0}
li::marker{color:${mark};font-weight:600}
strong,dt{font-weight:600}
a{color:inherit;text-decoration:underline}
abbr{text-decoration:none}
sup{font-size:.75em;line-height:1;vertical-align:super}
${spaceBeforeMarks}
sup a{padding:0 .2em}
img{max-width:100%;height:auto}
.nb{white-space:nowrap}
.words,.long,td .nb,th .nb,.slot .nb{white-space:normal}
.said{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap}
.number{margin-right:.2em}
[data-look=lead]{font-size:1.15em;line-height:1.45}
[data-look=small],[data-look=label],.source,.counted,figcaption small{font-size:.88em}
[data-look=date],[data-look=kind]{font-weight:600}
.title-page{padding-top:1em}
.title-page h1{margin:.6em 0 .7em;padding-top:.5em;border-top:.2em solid ${attention}}
.title-page dl{border-top:1px solid ${line};margin-top:1.5em}
.emblems{margin:0 0 1.2em}
.slot,.emblem{display:inline-block;vertical-align:top;box-sizing:border-box;width:8.5em;min-height:3.4em;margin:0 .5em .5em 0;padding:.5em;border:1px solid ${line};border-radius:.3em;background:${slot};color:${slotText};font-size:.8em;line-height:1.3;text-align:center}
.slot{display:inline-flex;align-items:center;justify-content:center}
.emblem img{display:block;margin:0 auto;max-height:2.6em;width:auto}
figure{margin:1.3em 0;break-inside:avoid;page-break-inside:avoid}
figure.chart,figure.quote{break-inside:auto;page-break-inside:auto}
figure>img{display:block;background:${slot}}
figcaption{margin:.5em 0 0;font-size:.92em;line-height:1.4;break-inside:avoid;page-break-inside:avoid}
.chart>figcaption{margin:0 0 .6em;break-after:avoid;page-break-after:avoid}
[data-look=timeline]>li,dl>div{break-inside:avoid;page-break-inside:avoid}
.label,.finding{font-weight:600}
.finding,.counted{display:block}
.chart svg{display:block;width:100%;height:auto}
.slim{display:none}
@media (max-width:26em){.broad{display:none}.slim{display:block}}
figure.chart{container-type:inline-size}
@container (max-width:26em){.broad{display:none}.slim{display:block}}
.source{margin:.5em 0 0}
blockquote{margin:1em 0;padding:0 0 0 1em;border-left:.25em solid ${mark};font-size:1.08em}
.quote figcaption{padding-left:1.2em}
details{margin:.6em 0}
summary{font-weight:600}
aside{margin:1.2em 0;padding:.2em 0 .2em 1em;border-left:.3em solid ${mark}}
aside[data-look=attention],aside[data-look=notice]{border-left-color:${attention}}
aside>[data-look=lead]{font-size:1.05em;font-weight:600;margin-bottom:.3em}
.icon{display:inline-block;width:1.1em;height:1.1em;margin-right:.4em;vertical-align:-.2em}
dl{margin:0 0 1em}
dl>div{margin:0;padding:.45em 0;border-bottom:1px solid ${line}}
dd{margin:0}
[data-look=figures]{list-style:none;padding:0;margin:1.2em 0}
[data-look=figures]>li{margin:0 0 1.2em;padding:.4em 0 0;border-top:1px solid ${line};break-inside:avoid;page-break-inside:avoid}
[data-look=figures] p{margin:0}
[data-look=figure]{font-size:2em;line-height:1.15;font-weight:${styles.figure.screen.weight}}
.progress{height:.45em;margin:.3em 0;--ground:${slot};background:${slot};border:1px solid ${line}}
.progress svg{display:block}
[data-look=timeline]{list-style:none;margin:1.2em 0;padding:0 0 0 1em;border-left:.25em solid ${mark}}
[data-look=timeline] p{margin:0}
[aria-current]{font-weight:600}
[aria-current] ul,[aria-current] ol{font-weight:400}
[data-look=dash]{list-style-type:"– "}
[data-look=links]{list-style:none;padding:0}
[data-look=qr] img{width:9em}
.columns[data-look=ideas]{border-top:1px solid ${line};padding:1em 0 .3em;break-inside:avoid;page-break-inside:avoid}
.columns[data-look=ideas] figure{margin:0 0 .8em;max-width:14em}
.tabled{margin:1.3em 0;container-type:inline-size}
table{width:100%;border-collapse:collapse;border-top:2px solid ${mark};border-bottom:2px solid ${mark};font-size:${cellSize}em;line-height:1.4}
caption{padding:0 0 .6em;text-align:left;text-align:start;font-size:1.08em}
th,td{padding:.4em .5em;border-bottom:1px solid ${line};text-align:left;text-align:start;vertical-align:top;overflow-wrap:break-word}
th{font-weight:600}
th[scope=row]{font-weight:400}
[data-align=end]{text-align:right;text-align:end;font-variant-numeric:tabular-nums}
[data-align=center]{text-align:center}
thead th{vertical-align:bottom;border-bottom:2px solid ${mark}}
tr{break-inside:avoid;page-break-inside:avoid}
.joined>*{border-bottom:0}
[data-look=group]>*{font-weight:600;border-top:2px solid ${line}}
[data-look=sub]>th{padding-left:1.5em}
tfoot th,tfoot td,[data-look=total]>*,tfoot th[scope=row],[data-look=total]>th[scope=row]{font-weight:600;border-top:2px solid ${mark}}
.state{display:inline-block;width:.7em;height:.7em;margin-right:.35em}
.state>:not([stroke]){fill:currentColor}
.state>[stroke]{stroke:currentColor}
.toc ol,nav ol{list-style:none;padding:0 0 0 1.2em}
.toc>ol,nav>ol{padding:0}
.toc li,nav li{margin:.3em 0}
.imprint{font-size:.92em}
.footnotes{margin:2em 0 0;border-top:2px solid ${line};padding-top:.6em;font-size:.88em}
.footnotes aside{margin:0 0 .5em;padding:0;border:0}
.footnotes a[role=doc-backlink]{font-weight:600;margin-right:.3em}
${[
  ...inOrder(widths.columns).map((width) => `.c${width}{width:${width}%}`),
  ...inOrder(widths.tables).map((least) => stacked(least, { line, mark })),
].join('\n')}
`;
}

/** Of the text of cells, in em. */
const cellSize = 0.88;

const inOrder = (widths: ReadonlySet<number>) => [...widths].sort((a, b) => a - b);

/**
 * A table that has less room than it needs would go on beside its page, over the words of the next one. There its rows are blocks.
 * Its room is the container's: a reading system may have many pages in one window, and ems are of the size that a reader chose.
 */
function stacked(least: number, { line, mark }: { readonly line: string; readonly mark: string }): string {
  const table = `.t${least}`;
  return `@container (max-width:${Math.ceil(least * cellSize)}em){
${table},${table} tbody,${table} tfoot,${table} tr,${table} td,${table} th{display:block}
${table} colgroup{display:none}
${table} thead{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)}
${table}{border-top:0}
${table} caption{display:block;padding:0 0 .4em;border-bottom:2px solid ${mark}}
${table} tr{padding:.4em 0;border-bottom:1px solid ${line}}
${table} .joined{border-bottom:0}
${table} [data-look=sub]{padding-left:1.5em}
${table} td,${table} th,${table} th[scope=row]{padding:.1em 0;border:0;text-align:left;text-align:start;font-weight:400}
${table} th,${table} th[scope=row],${table} [data-look=total]>td{font-weight:600}
${table} td[data-column]:before{content:attr(data-column) ": "}
}`;
}
