/**
 * Tables: deep rules above and below, hairlines between, groups on sky, no vertical rules. In a region that it does not fit,
 * a table scrolls; a line at the side where there is more of it says so. Its caption stays where the eye is.
 */
import type { Measure } from '../../../theme/measure.ts';
import type { Theme } from '../../../theme/theme.ts';
import { turned, widest } from '../../xhtml/table-width.ts';
import { type Paints, rem, tint } from './paints.ts';

function rule({ color, width }: Theme['looks']['table']['rules']['edge']): string {
  return `${rem(width.screen)} solid ${tint(color)}`;
}

/** The side of a cell, and what stands in it before the words: to a hundredth, as sheets are written. */
function beside({ table }: Theme['looks'], { screen }: Measure): string {
  return rem(Math.round((table.padding.side.screen + screen) * 100) / 100);
}

/** Above and beside the words of a cell, and below where that differs. */
function padded({ side, top, bottom }: Theme['looks']['table']['padding']): string {
  const below = bottom.screen === top.screen ? '' : ` ${rem(bottom.screen)}`;
  return `${rem(top.screen)} ${rem(side.screen)}${below}`;
}

export const tables = ({ roles: r, looks }: Paints) => `
.tabled{margin-block:1.9rem 2rem}
.table{--ground:${r.page};position:relative}
.table[tabindex]{overflow-x:auto;background:linear-gradient(var(--ground),var(--ground)) -3px 0/.6rem 100% no-repeat local,linear-gradient(var(--ground),var(--ground)) calc(100% + 3px) 0/.6rem 100% no-repeat local,linear-gradient(${r.rail},${r.rail}) 0 0/.25rem 100% no-repeat scroll,linear-gradient(${r.rail},${r.rail}) 100% 0/.25rem 100% no-repeat scroll}
.table[tabindex]:focus-visible{outline-offset:0}
.table>table{visibility:visible}
table{inline-size:100%;border-collapse:separate;border-spacing:0;border-block-end:${rule(looks.table.rules.edge)};font-variant-numeric:lining-nums}
caption{padding:0 0 .7rem;text-align:start}
caption>div{position:sticky;inset-inline-start:0;inline-size:fit-content;max-inline-size:min(40rem,var(--room))}
.finding{display:block;font-weight:600;font-size:1.05rem;line-height:1.45;color:${tint(looks.caption.color)};text-wrap:pretty}
.counted:is(span){display:block;margin-block-start:.15rem;font-size:.88rem;line-height:1.5;color:${r.quiet}}
.source{margin-block:.7rem 0;font-size:.88rem;line-height:1.5;color:${r.quiet}}
th,td{padding:${padded(looks.table.padding)};border-block-end:1px solid ${tint(looks.table.rules.hair.color)};text-align:start;vertical-align:top}
[data-align=end]{text-align:end;font-variant-numeric:lining-nums tabular-nums}
[data-align=center]{text-align:center}
thead th{vertical-align:bottom;text-wrap:balance}
thead>tr>*{border-block-end:0}
thead th[scope=colgroup]{border-block-end:1px solid ${r.line};text-align:center}
thead+tbody>tr:first-child>*{border-block-start:${rule(looks.table.rules.head)}}
th[scope=row]{font-size:inherit;line-height:inherit;font-weight:400;color:${r.text}}
tbody tr:last-child>*{border-block-end-color:${r.line}}
tbody:last-child>tr:last-child>*{border-block-end:0}
[data-look=group]>*{background:${tint(looks.row.group.ground)}}
[data-look=group]>th{font-size:inherit;line-height:inherit;font-weight:400;color:${tint(looks.row.group.color)}}
[data-look=group]>th:not(:has(strong)){font-weight:600}
.stay{position:sticky;inset-inline-start:.65rem;inline-size:fit-content;max-inline-size:calc(var(--room) - 1.3rem)}
[data-look=group] strong{margin-inline-end:.5rem}
.joined>*{border-block-end:0;padding-block-end:.2rem}
[data-look=sub]>*{padding-block:.2rem}
[data-look=sub]:not(.joined)>*{padding-block-end:.55rem}
[data-look=sub]>th{padding-inline-start:${beside(looks, looks.table.indent)};color:${tint(looks.row.sub.color)}}
tfoot th,tfoot td,[data-look=total]>*{border-block-start:${rule(looks.table.rules.edge)};border-block-end:0;font-weight:600;color:${tint(looks.row.total.color)}}
tfoot th[scope=row],[data-look=total]>th{font-weight:600;color:${tint(looks.row.total.color)}}
td p,th p{margin-block-end:.3rem}
td:is([data-look=on-plan],[data-look=exceeded],[data-look=behind]){position:relative;padding-inline-start:${beside(looks, looks.table.sign.room)}}
.state{position:absolute;inset-inline-start:.7rem;inset-block-start:calc(.55rem + (1lh - .7rem) / 2);inline-size:.7rem;block-size:.7rem;overflow:visible}
@media (width >= 40rem){
.wide th[scope=row]{position:sticky;inset-inline-start:0;z-index:1;background:${r.page}}
.wide tr[data-look=total]>th{background:${r.page}}
}
@media (width < 60rem){
th,td{padding-inline:.5rem}
}
`;

/** Widths that this page's tables have: of columns in percent, and the least ones of tables in rem. */
export function widthRules(columns: ReadonlySet<number>, least: ReadonlySet<number>): string {
  const inOrder = (widths: ReadonlySet<number>) => [...widths].sort((a, b) => a - b);
  return [
    ...inOrder(columns).map((width) => `.c${width}{inline-size:${width}%}`),
    // More than the widest window's room is left to the browser, which never breaks words in a table.
    ...inOrder(least).map((width) => `.t${width}{min-inline-size:${Math.min(width, turned)}rem}`),
    ...inOrder(least).flatMap(roomy),
  ].join('\n');
}

/**
 * In a window that has room for a table, its region is none: what is not visible cannot have the focus and is no landmark,
 * while all in it is shown and said as before. (Without scripts there is no other way to take away a tab stop, and the Nu
 * checker doesn't know container queries, which would say it more simply.) A table within a list, an aside or columns has less
 * room than the window tells, and stays a region.
 *
 * The rooms are those of `base.ts`, where the contents stand beside the text and where they don't, with a scroll bar.
 */
function roomy(width: number): string[] {
  const rule = `{.table:has(>.t${width}):not(li *,dd *,aside *,.columns *){visibility:hidden}}`;
  const alone = width + 3.5;
  // Under 60rem a rem of the page is one of media queries, beyond it 17/16.
  const beside = Math.max(60, Math.ceil(((width === turned ? widest : width) + 23.5) * 1.0625 * 10) / 10);
  return [
    ...(width <= 40 ? [`@media screen and (width >= ${alone.toFixed(1)}rem) and (width < 60rem)${rule}`] : []),
    ...(width <= turned ? [`@media screen and (width >= ${beside}rem)${rule}`] : []),
  ];
}
