/**
 * What pages have without lanes and rings: a head on the page's own ground, sections under a rule with a bar on its start,
 * numbers that stand alone.
 */
import { type ColorName, lookIn, type Theme } from '../../../theme/theme.ts';
import { css, lineOf, lineWidth, type Paints, rem, tint } from './paints.ts';

type Opening = NonNullable<Theme['looks']['section']['plain']['opening']>;

/** A rule over an element, and its bar. */
function ruled(selector: string, { rule, bar, room }: Opening): string {
  const line = `${selector}{position:relative;padding-block-start:${rem(room.screen)};border-block-start:${lineOf(rule)}}`;
  if (bar === null) return line;
  const size = `inline-size:${rem(bar.length.screen)};max-inline-size:100%;block-size:${rem(bar.width.screen)}`;
  return `${line}\n${selector}::before{content:"";position:absolute;inset-block-start:-${lineWidth(rule)};inset-inline-start:0;${size};background:${tint(bar.color)};forced-color-adjust:none}`;
}

/** Sections of looks that open in another way than plain ones, or whose numbers look otherwise. */
function ownSections({ plain, ...others }: Theme['looks']['section']): string {
  const rules = Object.entries(others).map(([name, { opening, number }]) => {
    const head = `main>section[data-look=${name}]>h2`;
    const same = JSON.stringify([opening, number]) === JSON.stringify([plain.opening, plain.number]);
    if (same) return '';
    const line = opening === null ? `${head}{border-block-start:0;padding-block-start:0}` : ruled(head, opening);
    const bare = opening?.bar == null ? `${head}::before{display:none}` : '';
    return `\n${line}${bare}\n${head}>.number{color:${tint(number.first ?? number.color)};margin-inline-end:${rem(number.gap.screen)}}`;
  });
  return rules.join('');
}

/** Where the cover says another than its style of type. */
function titleColor({ plain }: Theme['looks']['cover'], own: ColorName): string {
  return plain.title.color === own ? '' : `;color:${tint(plain.title.color)}`;
}

/** The head of a page whose covers have no field. */
export function plainHead({ roles: r, looks, theme: { styles } }: Paints): string {
  const { cover } = looks;
  const { head, terms } = looks.screen;
  const opening = cover.plain.opening ?? cover.head.opening;
  const facts = lookIn(looks.dl, 'cover');
  const fact = lineOf(facts.rule ?? looks.table.rules.hair);
  return css`
.masthead{padding-block:${head.top} ${head.bottom};--focus:${r.link}}
${opening === null ? '' : ruled('.masthead>.shell', opening)}
.masthead>.shell::before{inset-inline-start:var(--margin)}
.masthead>.shell{border:0;background:linear-gradient(${r.text},${r.text}) var(--margin) 0/calc(100% - 2 * var(--margin)) 1px no-repeat}
.masthead h1{max-inline-size:${head.width};text-wrap:balance${titleColor(cover, styles.title.color)}}
.masthead p:not(.slot,.languages p){max-inline-size:${head.width}}
.bar{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:${head.barBlock} ${head.barInline};margin-block-end:${head.bar}}
.bar>.emblems{margin:0}
.languages p{margin:0;word-spacing:.3em}
.languages a,.languages strong{display:inline-block;padding-block:${head.language};word-spacing:normal}
[data-look=kind]:has(strong){font-weight:400;color:${r.quiet}}
[data-look=kind] strong{color:${r.link}}
.masthead [data-look=kind]~h1{margin-block-start:0}
.masthead [data-look=notice]{margin:0 0 ${head.notice}}
[data-look=cover]{margin:0;border-block-start:${fact};border-block-end:${fact}}
[data-look=cover]>div{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,3fr);gap:${terms.narrow} ${terms.gap};padding-block:${terms.entry};font-size:${styles[facts.details].screen.size}}
[data-look=cover]>div+div{border-block-start:${lineOf(looks.table.rules.hair)}}
[data-look=cover] dt{color:${r.quiet}}
@media (width < 30rem){[data-look=cover]>div{grid-template-columns:1fr}}
@media (width < 60rem){.bar{margin-block-end:${head.narrowBar}}}
`;
}

/** Sections and contents without rings; key figures and quotes under their rules. */
export function plainSections({ looks, theme }: Paints): string {
  const { section, figures, quote, contents } = looks;
  const { toc } = looks.screen;
  const { opening, number } = section.plain;
  const first = number.first ?? number.color;
  const figure = figures.rule;
  const indent = rem(contents.indent.screen);
  return css`
.number{font-variant-numeric:lining-nums tabular-nums}
${opening === null ? '' : ruled('main>section>h2', opening)}${ownSections(section)}
h2>.number{color:${tint(first)};margin-inline-end:${rem(number.gap.screen)}}
:is(h3,h4,h5,h6)>.number{margin-inline-end:.35em;color:${tint(number.color)}${number.weight === null ? '' : `;font-weight:${number.weight}`}}
${figure === null ? '' : `[data-look=figures]>li{border-block-start:${lineOf(figure)};padding-block-start:${rem(figure.room.screen)}!important}`}
${quote.opening === null ? '' : ruled('.quote', quote.opening)}
nav.rings>ol>li:is(.counted,.lettered){--indent:${indent};--gap:${toc.plain}}
.rings li::before,.rings li::after{display:none}
nav.rings.rings>ol>:is(.counted,.lettered)>a>.number{position:static;display:inline-block;inline-size:auto;min-inline-size:calc(${indent} - .28em);block-size:auto;margin:0 0 0 calc(-1 * ${indent});background:none!important;border:0;color:${tint(contents.ring.color)}!important;font-weight:600;font-size:1em;line-height:inherit;text-align:start;vertical-align:baseline}
.contents li::before,.contents li::after{display:none}
nav.contents>ol>li{--indent:${indent}}
nav.contents:not(.rings)>ol>li{--indent:0rem}
.toc li::before,.toc li::after{display:none}
h2,h1{font-weight:${String(theme.styles.h1.screen.weight)}}
@media print{h2>.number{position:static}}
`;
}
