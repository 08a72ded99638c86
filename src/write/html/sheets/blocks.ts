import { type PictureSide, widthNames, widths } from '../../../model/placing.ts';
import { type ColorName, lookIn, type StyleName, type Theme } from '../../../theme/theme.ts';
import { css, lineOf, lineWidth, type Paints, px, rem, tint } from './paints.ts';

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

/** Discs in place of rings that have no stroke. */
function discs({ ul, ol }: Theme['looks']): string {
  const names = Object.entries({ ...ul, ...ol }).filter(
    ([name, { mark }]) => name !== 'plain' && mark.kind.screen === 'ring' && mark.stroke.screen === 0,
  );
  const plain =
    ul.plain.mark.kind.screen === 'ring' && ul.plain.mark.stroke.screen === 0 ? ['main ul:not([data-look])'] : [];
  const lists = [...plain, ...names.map(([name]) => `main [data-look=${name}]`)];
  return lists.length === 0 ? '' : `\n:is(${lists.join()})>li::before{background:var(--mark)}`;
}

/** Numbers that stand alone, without a ring. */
function bareStops({ mark, indent }: ListLook, paint: typeof tint): string {
  if (mark.stroke.screen > 0) return '';
  const color = paint(mark.color.screen);
  return `\n[data-look=stops]>li::before{inset-block-start:0;block-size:1lh;inline-size:auto;min-inline-size:${rem(mark.size.screen)};place-items:center start;border:0;border-radius:0;font-weight:600;color:${color};max-inline-size:${rem(indent.screen)}}`;
}

export const lists = ({ roles: r, looks, theme: { styles } }: Paints): string => {
  const { list } = looks.screen;
  const dash = lookIn(looks.ul, 'dash');
  return css`
ul,ol{list-style-type:""}
li{position:relative;padding-inline-start:var(--indent)}
li+li{margin-block-start:var(--gap)}
li::before,li:not(:last-child)::after{position:absolute;content:""}
li::before{inset-inline-start:0;inset-block-start:calc(var(--top,0rem) + (1lh - var(--ring)) / 2);inline-size:var(--ring);block-size:var(--ring);border:var(--stroke) solid var(--mark);border-radius:50%}
li:not(:last-child)::after{inset-inline-start:calc((var(--ring) - var(--rail)) / 2);inset-block:calc(var(--top,0rem) + (1lh + var(--ring)) / 2) calc((var(--ring) - 1lh) / 2 - var(--gap) - var(--top,0rem));border-inline-start:var(--rail) solid ${r.rail}}
li p{margin-block-end:0}
li p+p{margin-block-start:${list.paragraph}}

ul,ol,.contents ol{--mark:${tint(looks.ul.plain.mark.color.screen)}}
li{${measuresOf(looks.ul.plain)}}
main ol:not([data-look],.toc ol)>li::before,:is(header,footer) ol:not([data-look])>li::before{content:counter(list-item) ".";inline-size:auto;block-size:auto;inset-block-start:0;border:0;border-radius:0;font-weight:600;color:${tint(looks.ol.plain.mark.color.screen)};font-variant-numeric:tabular-nums}${squares(looks)}${discs(looks)}

${Object.entries(looks.ul)
  .filter(([name, { mark }]) => name !== 'plain' && (mark.kind.screen === 'ring' || mark.kind.screen === 'square'))
  .map(([name, look]) => listRules(name, look, looks.ul.plain))
  .join('\n')}
[data-look=focus]{--mark:${tint(looks.li.focus.color)}}
[data-look=focus]::before{background:var(--mark)}
[data-look=dash]{margin-block:${list.inner} 0;font-weight:400}
[data-look=dash]>li{--indent:${dash.indent.screen};--gap:${dash.gap.screen};font-weight:400;color:${r.text}}
[data-look=dash]>li::before{inset-block-start:calc(.5lh - ${dash.mark.stroke.screen / 2});inline-size:${dash.mark.size.screen};block-size:0;border:0;border-block-start:${dash.mark.stroke.screen} solid ${tint(dash.mark.color.screen)};border-radius:0}
[data-look=stops]>li{${measuresOf(lookIn(looks.ol, 'stops'))}}
[data-look=stops]>li::before{content:counter(list-item);display:grid;place-items:center;font-variant-numeric:tabular-nums}${bareStops(lookIn(looks.ol, 'stops'), tint)}
[data-look=links]{display:flex;flex-wrap:wrap;gap:${lookIn(looks.ul, 'links').gap.screen} ${list.beside};margin-block:${list.links} 0}
[data-look=links]>li{padding:0;margin:0;font-size:${styles.small.screen.size};color:${r.quiet}}
[data-look=links]>li::before,[data-look=links]>li::after{display:none}
[data-look=links] a{display:inline-block;padding-block:${list.link};font-size:${styles.body.screen.size};font-weight:600}
`;
};

type AsideLook = Theme['looks']['aside']['plain'];

function boxOf({ padding, bar, ground, border }: AsideLook, paint: typeof tint): string {
  const [top, side, bottom] = [padding.top.screen, padding.side.screen, padding.bottom.screen];
  return [
    `padding:${rem(top)} ${rem(side)}${bottom === top ? '' : ` ${rem(bottom)}`}`,
    ...(border === null ? [] : [`border:${lineOf(border)}`]),
    ...(bar === null ? [] : [`border-inline-start:${rem(bar.width.screen)} solid ${paint(bar.color)}`]),
    `background:${ground === null ? 'none' : paint(ground)}`,
  ].join(';');
}

/** An aside's own look, where it differs from a plain one. */
function asideRules({ aside, screen }: Theme['looks'], name: string): string {
  const look = aside[name];
  const { plain } = aside;
  if (look === undefined) return '';
  const { padding, bar, ground, radius, heading, border } = look;
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
    ...(radius > 0 ? [`margin-block-start:${rem(screen.box.before)}`] : []),
    ...padded,
    ...(border !== null || plain.border !== null
      ? [`border:${border === null ? 0 : lineOf(border)}`, ...(barred ? [`border-inline-start:${lineOf(bar)}`] : [])]
      : [
          ...(barred ? widths : ['border:0']),
          ...(barred && bar.color !== plain.bar?.color ? [`border-color:${tint(bar.color)}`] : []),
        ]),
    ...(radius > 0 ? [`border-radius:${px(radius)}`] : []),
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

/** How what heads asides is set, where the theme has it look another way than elsewhere. */
function headingRules({ looks, theme, roles: r }: Paints): string {
  const { plain, ...others } = looks.aside;
  const style = plain.heading?.style ?? 'h4';
  const typeIn = (name: StyleName) => {
    const { size, leading, weight } = theme.styles[name].screen;
    return css`font-size:${size};line-height:${String(leading)};font-weight:${String(weight)}`;
  };
  const headed = `${unheaded(looks)}>[data-look=lead]:first-child`;
  const color = `var(--slant,${headingColor(plain, r.link, tint)})`;
  const own = Object.entries(others).flatMap(([name, { heading }]) =>
    heading === null || heading.style === style
      ? []
      : [`\naside[data-look=${name}]${headed}{${typeIn(heading.style)}}`],
  );
  return css`aside${headed}{margin-block-end:${looks.screen.box.heading};${typeIn(style)};color:${color}}${own.join('')}`;
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

export const boxes = (paints: Paints): string => {
  const { roles: r, looks, theme } = paints;
  const { page, box, slot, imprint, picture, corners } = looks.screen;
  return css`
aside{${boxOf(looks.aside.plain, tint)}}
figure{margin-block:${picture.around}}
figure img{display:block;border-radius:${px(corners.picture)}}
figcaption{max-inline-size:${page.caption}}
figcaption small{font-size:inherit}
${asideRules(looks, 'panel')}
[data-look=panel]>[data-look=lead]{margin-block-end:${box.lead}}
${Object.keys(looks.aside)
  .filter((name) => name !== 'plain' && name !== 'panel')
  .map((name) => asideRules(looks, name))
  .join('\n')}
${headingRules(paints)}
.icon{inline-size:1.25em;block-size:1.25em;margin-inline-end:.5em;vertical-align:-.27em;color:var(--slant,${headingColor(looks.aside.plain, r.link, tint)});overflow:visible}
.emblems{display:flex;flex-wrap:wrap;gap:${looks.emblems.gap.screen};margin-block-end:${slot.after}}
.slot,.emblem{align-content:center;inline-size:${slot.width};min-block-size:${slot.height};margin:0;padding:${slot.block} ${slot.inline};border:${lineWidth(looks.emblems.border)} solid ${slotTint(looks.emblems.border.color)};border-radius:${px(Math.round(looks.emblems.border.radius.screen * 17))};background:${tint(looks.emblems.ground)};color:${slotTint(theme.styles.slot.color)};text-align:center;text-wrap:balance}
.slot .words{white-space:normal}
.emblem img{display:block;margin-inline:auto;max-block-size:${slot.picture};inline-size:auto}
.imprint{border-block-start:1px solid ${r.hair}}
.imprint>.shell{padding-block:${imprint.top} ${imprint.bottom}}
.imprint [data-look=small]{color:${r.quiet}}
@media (width >= 60rem){.imprint>.shell>*{margin-inline-start:${page.contents + page.gap};max-inline-size:${imprint.width}}}
@media (width < ${page.text + 2 * page.narrowMargin}){aside:not([data-look=notice]),[data-look=panel]{margin-inline:calc(-1 * var(--margin));padding-inline:var(--margin);border-radius:0}}
@media (width < 60rem){
.slot,.emblem{inline-size:${slot.narrowWidth};min-block-size:${slot.narrowHeight}}
}
`;
};

/** Pictures with their captions beside them, where there is room for both. */
export const placed = ({ looks }: Paints) => `
@media (width >= ${rem(looks.screen.page.text)}){
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
