/** Large print: the sheet of a page with no type under the least size, in one column however wide the window is. */
import type { Theme } from '../../../theme/theme.ts';
import { type Paints, tint } from './paints.ts';

/** CSS pixels in a point, and in a rem as browsers have it. */
const pixels = 96 / 72;
const rem = 16;

/** Type of more rem than this is smaller in a window of under 25 rem, as the window is: there a long word of a title would be parted. */
const much = 2;

function sizeOf(size: number, least: number): string {
  const narrow = `clamp(${least}rem,${Number((4 * size).toFixed(2))}vw,${size}rem)`;
  return `font-size:${size > much ? narrow : `${Math.max(size, least)}rem`}`;
}

/** What the sheet has for narrow windows holds for all; what is smaller than the least size has that. */
export function enlarged(sheet: string, { large }: Pick<Theme, 'large'>): string {
  const least = ((large?.least ?? 0) * pixels) / rem;
  return sheet
    .replace('html{font-size:106.25%', 'html{font-size:100%')
    .replaceAll('(width >= 60rem)', '(width >= 9999rem)')
    .replaceAll('(width < 60rem)', '(width < 9999rem)')
    .replaceAll('(width < 30rem)', `(width < ${30 * least}rem)`)
    .replace(/font-size:([\d.]+)rem/g, (_, size: string) => sizeOf(Number(size), least))
    .replace(/font-size:\.\d+em/g, 'font-size:1em')
    .replace('html{font-size:10pt}', 'html{font-size:12pt}')
    .replaceAll('hyphens:auto', 'hyphens:manual');
}

/**
 * In a window with no room for a name and its value side by side, one stands under the other: such a table never scrolls, and its
 * region is none (`tables.ts` says how).
 */
const records = 'table:has([data-look=field])';

/** What stands side by side in other editions stands one under the other; a mark of a note is as large as a word. */
export const largeRules = ({ roles: r, looks }: Paints) => `
html{--largest:44rem}
.shell{max-inline-size:calc(var(--largest) + 2 * var(--margin))}
main,.sheet :is(p,h2,h3,h4,ul,ol):not([data-look=figures],[data-look=timeline]){max-inline-size:var(--largest)}
main,main aside{--room:calc(min(var(--largest),100vw - 3.2rem))}
h1,h2,h3,h4,h5,h6,[role=heading]{hyphens:manual}
em{font-style:normal;font-weight:600}
sup{line-height:1;inset-block-start:-.2em}
sup a{padding:0 .15em;margin-inline:0}
[data-look=figures],[data-look=timeline],[data-look=cover],.columns,dl>div,.masthead [data-look=cover]{display:block!important}
[data-look=figures]>li{margin-block-end:1.6rem}
[data-look=timeline]>li{padding-block-end:1rem!important}
.masthead h1,.masthead p:not(.slot,.languages p){max-inline-size:none}
.slim{display:none}
.broad{display:block;max-inline-size:var(--largest)}
@media (width < 38rem){.slim{display:block;max-inline-size:22rem}.broad{display:none}}
main>section+section{margin-block-start:2rem}
.masthead>.shell{padding-block-start:2.4rem}
.slot.slot{inline-size:auto;block-size:auto;min-inline-size:12rem;padding:1rem 1.2rem}
[data-look=edition]{display:inline-block;margin-block:0 1.6rem;padding:.5rem 1.1rem .6rem;background:${r.strong};border:0;forced-color-adjust:none}
[data-look=edition]>p{font-size:1.66rem;font-weight:600;color:${r.page};margin:0}
[data-look=record]>th{font-size:1.66rem;line-height:1.4;font-weight:600;color:${r.strong};padding-block-start:1rem;border-block-start:.12rem solid ${tint(looks.table.rules.head.color)};border-block-end:0}
tbody:first-of-type>[data-look=record]:first-child>th{border-block-start:0}
[data-look=field]>th{inline-size:52%}
.state{inline-size:1rem;block-size:1rem;inset-block-start:calc(.55rem + (1lh - 1rem) / 2)}
@media (width < 30rem){
${records},${records} :is(caption,tbody,tfoot,tr,th,td){display:block}
${records}{min-inline-size:0}
${records}>colgroup{display:none}
.table:has([data-look=field]){visibility:hidden}
${records}>thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
[data-look=field]>th{inline-size:auto;padding-block-end:0;border:0}
[data-look=field]>td{padding-block-start:0}
[data-look=field] .state{inset-block-start:calc((1lh - 1rem) / 2)}
}
[data-align=end]>.state{position:static;margin-inline-end:.5rem;vertical-align:-.1em}
dt{font-weight:600}
dd{margin-block-end:.6rem}
@media print{.slim{display:none!important}.broad{display:block!important}}
`;
