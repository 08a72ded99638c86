/**
 * Tables: deep rules above and below, hairlines between, groups on sky, no vertical rules. In a region that it does not fit,
 * a table scrolls; a line at the side where there is more of it says so. Its caption stays where the eye is.
 */
import { type ScreenRooms, screenRooms } from '../../../design/screen.ts';
import type { Measure } from '../../../theme/measure.ts';
import type { Theme } from '../../../theme/theme.ts';
import { turnedWidth } from '../../xhtml/table-width.ts';
import { css, lineOf, type Paints, px, rem, tint } from './paints.ts';

/** The side of a cell, and what stands in it before the words: to a hundredth, as sheets are written. */
function beside({ table }: Theme['looks'], { screen }: Measure): string {
  return rem(Math.round((table.padding.side.screen + screen) * 100) / 100);
}

/** Above and beside the words of a cell, and below where that differs. */
function padded({ side, top, bottom }: Theme['looks']['table']['padding']): string {
  const below = bottom.screen === top.screen ? '' : ` ${rem(bottom.screen)}`;
  return `${rem(top.screen)} ${rem(side.screen)}${below}`;
}

/** Of the rows that head the columns, with all that is said in them, and of every other one under them. */
function grounds({
  table: {
    grounds: { head, striped },
    words,
  },
}: Theme['looks']): string {
  return [
    ...(head === null ? [] : [`\nthead>tr>*{background:${tint(head)}}`]),
    ...(words.head === null
      ? []
      : [
          `\nthead>tr>*{--focus:${tint(words.head)};print-color-adjust:exact}`,
          `\nthead>tr>*,thead>tr>* *,thead>tr>* ::before{--mark:${tint(words.head)};color:${tint(words.head)}!important}`,
        ]),
    ...(striped === null
      ? []
      : [
          `\ntbody>tr:nth-child(even):not([data-look=group],[data-look=total],[data-look=record])>*{background:${tint(striped)}}`,
        ]),
  ].join('');
}

export const tables = ({ roles: r, looks, theme: { styles } }: Paints): string => {
  const { page, table, state } = looks.screen;
  const { padding, rules, sign } = looks.table;
  const caption = styles.caption.screen;
  const finding = styles[looks.caption.style].screen;
  const below = css`font-size:${caption.size};line-height:${String(caption.leading)};color:${r.quiet}`;
  const edge = `linear-gradient(${r.rail},${r.rail})`;
  const ground = 'linear-gradient(var(--ground),var(--ground))';
  const covers = css`0/${table.cover} 100% no-repeat local`;
  const stays = css`0/${table.more} 100% no-repeat scroll`;
  const over = px(looks.screen.outlines.over);
  return css`
.tabled{margin-block:${table.before} ${table.after}}
.table{--ground:${r.page};position:relative}
.table[tabindex]{overflow-x:auto;background:${ground} -${over} ${covers},${ground} calc(100% + ${over}) ${covers},${edge} 0 ${stays},${edge} 100% ${stays}}
.table[tabindex]:focus-visible{outline-offset:0}
.table>table{visibility:visible}
table{inline-size:100%;border-collapse:separate;border-spacing:0;${rules.top === null ? '' : `border-block-start:${lineOf(rules.top)};`}border-block-end:${lineOf(rules.edge)};font-variant-numeric:lining-nums}
caption{padding:0 0 ${table.caption};text-align:start}
caption>div{position:sticky;inset-inline-start:0;inline-size:fit-content;max-inline-size:min(${page.text},var(--room))}
.finding{display:block;font-weight:${String(finding.weight)};font-size:${finding.size};line-height:${String(finding.leading)};color:${tint(looks.caption.color)};text-wrap:pretty}
.counted:is(span){display:block;margin-block-start:${table.summary};${below}}
.source{margin-block:${table.source} 0;${below}}
th,td{padding:${padded(padding)};border-block-end:${lineOf(rules.hair)};text-align:start;vertical-align:top}
[data-align=end]{text-align:end;font-variant-numeric:lining-nums tabular-nums}
[data-align=center]{text-align:center}
thead th{vertical-align:bottom;text-wrap:balance}
thead>tr>*{border-block-end:0}
thead th[scope=colgroup]{border-block-end:1px solid ${r.line};text-align:center}
thead+tbody>tr:first-child>*{border-block-start:${lineOf(rules.head)}}
th[scope=row]{font-size:inherit;line-height:inherit;font-weight:400;color:${r.text}}
tbody tr:last-child>*{border-block-end-color:${tint(rules.group.color)}}
tbody:last-child>tr:last-child>*{border-block-end:0}
[data-look=group]>*{background:${tint(looks.row.group.ground)}}${grounds(looks)}
[data-look=group]>th{font-size:inherit;line-height:inherit;font-weight:400;color:${tint(looks.row.group.color)}}
[data-look=group]>th:not(:has(strong)){font-weight:600}
.stay{position:sticky;inset-inline-start:${padding.side.screen};inline-size:fit-content;max-inline-size:calc(var(--room) - ${2 * padding.side.screen})}
[data-look=group] strong{margin-inline-end:${table.group}}
.joined>*{border-block-end:0;padding-block-end:${table.joined}}
[data-look=sub]>*{padding-block:${table.joined}}
[data-look=sub]:not(.joined)>*{padding-block-end:${padding.bottom.screen}}
[data-look=sub]>th{padding-inline-start:${beside(looks, looks.table.indent)};color:${tint(looks.row.sub.color)}}
tfoot th,tfoot td,[data-look=total]>*{border-block-start:${lineOf(rules.edge)};border-block-end:0;font-weight:600;color:${tint(looks.row.total.color)}}
tfoot th[scope=row],[data-look=total]>th{font-weight:600;color:${tint(looks.row.total.color)}}
td p,th p{margin-block-end:${table.paragraph}}
td:is([data-look=on-plan],[data-look=exceeded],[data-look=behind]){position:relative;padding-inline-start:${beside(looks, sign.room)}}
.state{position:absolute;inset-inline-start:${state.start};inset-block-start:calc(${padding.top.screen} + (1lh - ${state.size}) / 2);inline-size:${state.size};block-size:${state.size};overflow:visible}
@media (width >= 40rem){
.wide th[scope=row]{position:sticky;inset-inline-start:0;z-index:1;background:${r.page}}
.wide tr[data-look=total]>th{background:${r.page}}
}
@media (width < 60rem){
th,td{padding-inline:${table.narrowSide}}
}
`;
};

/** Widths that this page's tables have: of columns in percent, and the least ones of tables in rem. */
export function widthRules(
  columns: ReadonlySet<number>,
  least: ReadonlySet<number>,
  { looks }: Pick<Theme, 'looks'>,
): string {
  const rooms = screenRooms({ looks });
  const inOrder = (widths: ReadonlySet<number>) => [...widths].sort((a, b) => a - b);
  return [
    ...inOrder(columns).map((width) => `.c${width}{inline-size:${width}%}`),
    // More than the widest window's room is left to the browser, which never breaks words in a table.
    ...inOrder(least).map((width) => `.t${width}{min-inline-size:${Math.min(width, turnedWidth(rooms))}rem}`),
    ...inOrder(least).flatMap((width) => roomy(width, rooms)),
  ].join('\n');
}

/**
 * In a window that has room for a table, its region is none: what is not visible cannot have the focus and is no landmark,
 * while all in it is shown and said as before. (Without scripts there is no other way to take away a tab stop, and the Nu
 * checker doesn't know container queries, which would say it more simply.) A table within a list, an aside or columns has less
 * room than the window tells, and stays a region.
 *
 * The rooms are those where the contents stand beside the text and where they don't, with a scroll bar.
 */
function roomy(width: number, { beside, narrowBeside, widest, text }: ScreenRooms): string[] {
  const turned = turnedWidth({ widest });
  const rule = `{.table:has(>.t${width}):not(li *,dd *,aside *,.columns *){visibility:hidden}}`;
  // To the next half: some scroll bars are a little wider.
  const alone = Math.ceil((width + narrowBeside) * 2) / 2;
  // Under 60rem a rem of the page is one of media queries, beyond it 17/16.
  const wide = Math.max(60, Math.ceil(((width === turned ? widest : width) + beside) * 1.0625 * 10) / 10);
  return [
    ...(width <= text ? [`@media screen and (width >= ${alone.toFixed(1)}rem) and (width < 60rem)${rule}`] : []),
    ...(width <= turned ? [`@media screen and (width >= ${wide}rem)${rule}`] : []),
  ];
}
