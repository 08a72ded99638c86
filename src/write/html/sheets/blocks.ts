import { type PictureSide, widthNames, widths } from '../../../model/placing.ts';
import { type ColorName, lookIn, type Theme } from '../../../theme/theme.ts';
import { type Paints, rem, tint } from './paints.ts';

/**
 * Lists and boxes. A mark is a ring drawn as a border, which forced colours keep; its rail runs from ring to ring. The
 * own marker of a list is the empty string: with `none`, Safari takes it for no list. The measures of a list: `--ring`
 * and `--stroke` of its marks, `--rail` (0: none), `--indent` of its text, `--gap` between items.
 */
type ListLook = Theme['looks']['ul']['plain'];

/** The measures of a list, as the rules below know them. */
function measuresOf({ mark, rail, indent, gap }: ListLook): string {
  const lengths = { ring: mark.size, stroke: mark.stroke, rail: rail?.width ?? null, indent, gap };
  return Object.entries(lengths)
    .map(([name, length]) => `--${name}:${rem(length?.screen ?? 0)}`)
    .join(';');
}

/** A list's own look, where it differs from a plain one. */
function listRules(name: string, look: ListLook, plain: ListLook): string {
  const own = [
    ...(look.mark.color.screen === plain.mark.color.screen ? [] : [`--mark:${tint(look.mark.color.screen)}`]),
    ...(look.after.screen === plain.after.screen ? [] : [`margin-block-end:${rem(look.after.screen)}`]),
  ];
  return [
    ...(own.length > 0 ? [`[data-look=${name}]{${own.join(';')}}`] : []),
    `[data-look=${name}]>li{${measuresOf(look)}}`,
  ].join('\n');
}

/** Squares in place of rings, of all lists that have them. */
function squares({ ul }: Theme['looks']): string {
  const names = Object.entries(ul).filter(([, { mark }]) => mark.kind.screen === 'square');
  const lists = names.map(([name]) => (name === 'plain' ? 'main ul:not([data-look])' : `main [data-look=${name}]`));
  return lists.length === 0 ? '' : `\n:is(${lists.join()})>li::before{border:0;border-radius:0;background:var(--mark)}`;
}

/** Numbers that stand alone, without a ring. */
function bareStops({ mark, indent }: ListLook, paint: typeof tint): string {
  if (mark.stroke.screen > 0) return '';
  const color = paint(mark.color.screen);
  return `\n[data-look=stops]>li::before{inset-block-start:0;block-size:1lh;inline-size:auto;min-inline-size:${rem(mark.size.screen)};place-items:center start;border:0;border-radius:0;font-weight:600;color:${color};max-inline-size:${rem(indent.screen)}}`;
}

export const lists = ({ roles: r, looks }: Paints) => `
ul,ol{list-style-type:""}
li{position:relative;padding-inline-start:var(--indent)}
li+li{margin-block-start:var(--gap)}
li::before,li:not(:last-child)::after{position:absolute;content:""}
li::before{inset-inline-start:0;inset-block-start:calc(var(--top,0rem) + (1lh - var(--ring)) / 2);inline-size:var(--ring);block-size:var(--ring);border:var(--stroke) solid var(--mark);border-radius:50%}
li:not(:last-child)::after{inset-inline-start:calc((var(--ring) - var(--rail)) / 2);inset-block:calc(var(--top,0rem) + (1lh + var(--ring)) / 2) calc((var(--ring) - 1lh) / 2 - var(--gap) - var(--top,0rem));border-inline-start:var(--rail) solid ${r.rail}}
li p{margin-block-end:0}
li p+p{margin-block-start:.4rem}

ul,ol,.contents ol{--mark:${tint(looks.ul.plain.mark.color.screen)}}
li{${measuresOf(looks.ul.plain)}}
main ol:not([data-look],.toc ol)>li::before{content:counter(list-item) ".";inline-size:auto;block-size:auto;inset-block-start:0;border:0;border-radius:0;font-weight:600;color:${tint(looks.ol.plain.mark.color.screen)};font-variant-numeric:tabular-nums}${squares(looks)}

${Object.entries(looks.ul)
  .filter(([name, { mark }]) => name !== 'plain' && (mark.kind.screen === 'ring' || mark.kind.screen === 'square'))
  .map(([name, look]) => listRules(name, look, looks.ul.plain))
  .join('\n')}
[data-look=focus]::before{background:${tint(looks.li.focus.color)};border-color:${tint(looks.li.focus.color)}!important}
[data-look=dash]{margin-block:.25rem 0;font-weight:400}
[data-look=dash]>li{--indent:${rem(lookIn(looks.ul, 'dash').indent.screen)};--gap:${rem(lookIn(looks.ul, 'dash').gap.screen)};font-weight:400;color:${r.text}}
[data-look=dash]>li::before{inset-block-start:calc(.5lh - .06rem);inline-size:${rem(lookIn(looks.ul, 'dash').mark.size.screen)};block-size:0;border:0;border-block-start:${rem(lookIn(looks.ul, 'dash').mark.stroke.screen)} solid ${tint(lookIn(looks.ul, 'dash').mark.color.screen)};border-radius:0}
[data-look=stops]>li{${measuresOf(lookIn(looks.ol, 'stops'))}}
[data-look=stops]>li::before{content:counter(list-item);display:grid;place-items:center;font-variant-numeric:tabular-nums}${bareStops(lookIn(looks.ol, 'stops'), tint)}
[data-look=links]{display:flex;flex-wrap:wrap;gap:.9rem 1.9rem;margin-block:1.5rem 0}
[data-look=links]>li{padding:0;margin:0;font-size:.88rem;color:${r.quiet}}
[data-look=links]>li::before,[data-look=links]>li::after{display:none}
[data-look=links] a{display:inline-block;padding-block:.1rem;font-size:1rem;font-weight:600}
`;

type AsideLook = Theme['looks']['aside']['plain'];

function boxOf({ padding, bar, ground }: AsideLook, paint: typeof tint): string {
  const [top, side, bottom] = [padding.top.screen, padding.side.screen, padding.bottom.screen];
  return [
    `padding:${rem(top)} ${rem(side)}${bottom === top ? '' : ` ${rem(bottom)}`}`,
    ...(bar === null ? [] : [`border-inline-start:${rem(bar.width.screen)} solid ${paint(bar.color)}`]),
    `background:${ground === null ? 'none' : paint(ground)}`,
  ].join(';');
}

/** An aside's own look, where it differs from a plain one. */
function asideRules({ aside }: Theme['looks'], name: string): string {
  const look = aside[name];
  const { plain } = aside;
  if (look === undefined) return '';
  const { padding, bar, ground, radius, heading } = look;
  const [top, side, bottom] = [padding.top.screen, padding.side.screen, padding.bottom.screen];
  const same = side === plain.padding.side.screen && top === bottom;
  const padded =
    same && top === plain.padding.top.screen
      ? []
      : [same ? `padding-block:${rem(top)}` : `padding:${rem(top)} ${rem(side)} ${rem(bottom)}`];
  const barred = bar !== null && bar.width.screen > 0;
  const widths =
    barred && bar.width.screen !== plain.bar?.width.screen
      ? [`border-inline-start-width:${rem(bar.width.screen)}`]
      : [];
  const rules = [
    ...(radius > 0 ? ['margin-block-start:1.6rem'] : []),
    ...padded,
    ...(barred ? widths : ['border:0']),
    ...(barred && bar.color !== plain.bar?.color ? [`border-color:${tint(bar.color)}`] : []),
    ...(radius > 0 ? [`border-radius:${radius}px`] : []),
    ...(ground === plain.ground ? [] : [`background:${ground === null ? 'none' : tint(ground)}`]),
    ...(heading === null || heading.color === plain.heading?.color ? [] : [`--slant:${tint(heading.color)}`]),
  ];
  return `[data-look=${name}]{${rules.join(';')}}`;
}

/** Asides but for those whose first words look as elsewhere. */
function unheaded({ aside }: Theme['looks']): string {
  const plain = Object.entries(aside).filter(
    ([name, { heading }]) => name !== 'plain' && heading?.on.includes('screen') !== true,
  );
  return plain.map(([name]) => `:not([data-look=${name}])`).join('');
}

function headingColor({ heading }: AsideLook, link: string, paint: typeof tint): string {
  return heading === null ? link : paint(heading.color);
}

/** Slots stay light in a dark page, and so does what stands in them. */
export function slotTint(name: ColorName): string {
  return `var(${slotProperty(name)})`;
}
export function slotProperty(name: ColorName): string {
  return `--slot-${name}`;
}

export const boxes = ({ roles: r, looks, theme }: Paints) => `
aside{${boxOf(looks.aside.plain, tint)}}
figure{margin-block:1.6rem}
figure img{display:block;border-radius:3px}
figcaption{max-inline-size:36rem}
figcaption small{font-size:inherit}
${asideRules(looks, 'panel')}
[data-look=panel]>[data-look=lead]{margin-block-end:1rem}
${Object.keys(looks.aside)
  .filter((name) => name !== 'plain' && name !== 'panel')
  .map((name) => asideRules(looks, name))
  .join('\n')}
aside${unheaded(looks)}>[data-look=lead]:first-child{margin-block-end:.4rem;font-size:1.1rem;line-height:1.45;font-weight:600;color:var(--slant,${headingColor(looks.aside.plain, r.link, tint)})}
.icon{inline-size:1.25em;block-size:1.25em;margin-inline-end:.5em;vertical-align:-.27em;color:var(--slant,${headingColor(looks.aside.plain, r.link, tint)});overflow:visible}
.emblems{display:flex;flex-wrap:wrap;gap:${rem(looks.emblems.gap.screen)};margin-block-end:1.1rem}
.slot,.emblem{align-content:center;inline-size:8.5rem;min-block-size:3.3rem;margin:0;padding:.4rem .3rem;border:1px solid ${slotTint(looks.emblems.border.color)};border-radius:${Math.round(looks.emblems.border.radius.screen * 17)}px;background:${tint(looks.emblems.ground)};color:${slotTint(theme.styles.slot.color)};text-align:center;text-wrap:balance}
.slot .words{white-space:normal}
.emblem img{display:block;margin-inline:auto;max-block-size:2.5rem;inline-size:auto}
.imprint{border-block-start:1px solid ${r.hair}}
.imprint>.shell{padding-block:2rem 2.4rem}
.imprint [data-look=small]{color:${r.quiet}}
@media (width >= 60rem){.imprint>.shell>*{margin-inline-start:19.5rem;max-inline-size:44rem}}
@media (width < 42.2rem){aside:not([data-look=notice]),[data-look=panel]{margin-inline:calc(-1 * var(--margin));padding-inline:var(--margin);border-radius:0}}
@media (width < 60rem){
.slot,.emblem{inline-size:6.8rem;min-block-size:3rem}
}
`;

/** Pictures with their captions beside them, where there is room for both. */
export const placed = ({ looks }: Paints) => `
@media (min-width:40rem){
figure[data-width]{display:grid;column-gap:${rem(looks.columns.gap.screen)};align-items:start;grid-auto-flow:dense}
${widthNames
  .map((name) => {
    const share = Math.round(widths[name] * 100);
    const sideRule = (side: PictureSide, columns: readonly number[]) =>
      `figure[data-width=${name}][data-side=${side}]{grid-template-columns:${columns.map((part) => `minmax(0,${part}fr)`).join(' ')}}`;
    return `${sideRule('left', [share, 100 - share])}\n${sideRule('right', [100 - share, share])}`;
  })
  .join('\n')}
figure[data-side=right]>img{grid-column:2}
figure[data-side=right]>figcaption{grid-column:1}
}`;
