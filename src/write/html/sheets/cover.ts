import { lookIn, type Theme } from '../../../theme/theme.ts';
import { lanesWidth } from '../masthead.ts';
import { css, type Paints, tint, unitOf } from './paints.ts';

/** A length in the unit of the drawings of lanes. */
export function units(length: number): string {
  return `calc(${length} * var(--unit))`;
}

/** The place of a drawing whose middle is where the lanes bend. */
function drawn(height: number): string {
  return `inline-size:${units(lanesWidth)};block-size:${units(height)};max-inline-size:none;margin-inline-start:${units(-lanesWidth / 2)}`;
}

/** What of a head lies on the dark field: all of a masthead, of a parted one its lower half. */
const onField = ':is(.masthead:not(.parted),.parted>.field)';

/** A title on the field has the colour that its theme says, which is most often that of all words there. */
function ownTitle({ cover: { head } }: Theme['looks'], words: string): string {
  const color = tint(head.title.color);
  return color === words ? '' : `\n.masthead h1{color:${color}}`;
}

/** The head of a page: a navy masthead, or the cover of a report, white above and navy below. */
export const masthead = ({ roles: r, looks, theme: { styles } }: Paints): string => {
  const { head, field, parted } = looks.screen;
  const { term, gap, rule } = lookIn(looks.dl, 'cover');
  const half = `${field.half} * var(--unit)`;
  return css`
.masthead{position:relative;isolation:isolate;overflow:clip;background:${r.field};color:${r.fieldText};--focus:${r.fieldText};--unit:${unitOf(field.unitsPerRem)};--bend:calc(50% + ${field.bend})}
.masthead>svg{position:absolute;z-index:-1;inset-block-end:0;inset-inline-start:var(--bend);${drawn(field.height)}}
.masthead>.shell{min-block-size:${field.least};padding-block:${head.top} ${field.bottom}}
.masthead h1,.masthead strong,.masthead .languages{color:${r.fieldText}}${ownTitle(looks, r.fieldText)}
.masthead h1{max-inline-size:${head.width};text-wrap:pretty}
.masthead p:not(.slot,.languages p){max-inline-size:${head.width}}
.masthead [data-look=byline]{color:${r.fieldQuiet}}
.masthead a{color:${r.fieldText}}
.bar{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:${head.barBlock} ${head.barInline};margin-block-end:${head.bar}}
.bar>.emblems{margin:0}
.languages p{margin:0;word-spacing:.3em}
.languages a,.languages strong{display:inline-block;padding-block:${head.language};word-spacing:normal}
[data-look=kind]{font-weight:600}
.masthead [data-look=kind]{color:${r.fieldAttention}}
.masthead [data-look=kind]:has(strong){font-weight:400;color:${r.fieldText}}
.masthead [data-look=kind] strong{color:${r.fieldAttention}}
[data-look=head]>.shell>:first-child:not(.bar){margin-block-start:${head.first}}
.masthead [data-look=kind]~h1{margin-block-start:0}
@media screen{
${onField} :is(p,li,figcaption):not(.slot,.slot *,aside *,[data-look=kind],[data-look=byline]),${onField} figcaption :is(small,.label),${onField} dl:not([data-look=cover]) dd{color:${r.fieldText}}
${onField} dl:not([data-look=cover]) dt{color:${r.fieldQuiet}}
${onField} :is(ul,ol){--mark:${r.fieldQuiet}}
${onField} ol>li::before{color:${r.fieldQuiet}!important}
${onField} dl:not([data-look=cover])>div{border-color:${r.fieldLine}}
}
.masthead :is(dl:not([data-look=cover]),ul,ol,figure){max-inline-size:${head.width}}
[data-look=cover]{margin:0;display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:${head.facts} ${gap.screen}}
[data-look=cover]>div{padding-block-start:${head.fact};border-block-start:${rule?.width.screen ?? 0} solid ${r.fieldLine}}
[data-look=cover] dt{font-size:${styles[term.style].screen.size};color:${r.fieldQuiet}}
[data-look=cover] dd{font-weight:600;color:${r.fieldText}}
.masthead [data-look=notice]{margin:0 0 ${head.notice};padding:${head.noticeBlock} 0 ${head.noticeBlock} ${head.noticeInline};border-inline-start:${head.noticeBar} solid ${r.fieldAttention};background:none;color:${r.fieldText};--slant:${r.fieldAttention}}

.parted{overflow:clip;background:${r.page};color:${r.text};--focus:${r.link}}
.parted>.ground .shell{min-block-size:${parted.least};padding-block:${head.top} ${parted.bottom}}
.parted h1{color:${tint(looks.cover.plain.title.color)};max-inline-size:${parted.title}}
.parted [data-look=kind],.parted [data-look=kind] strong{color:${r.attention}}
.parted [data-look=kind]:has(strong){color:${r.quiet}}
.parted .ground a{color:${r.link}}
.parted .ground .languages{color:${r.text}}
.parted .ground .languages strong{color:${r.strong}}
.parted>.field{position:relative;background:${r.field};--focus:${r.fieldText}}
.parted>.field>svg{position:absolute;z-index:0;inset-inline-start:var(--bend);${drawn(field.half)}}
.parted>.field>svg:first-child{inset-block-end:100%}
.parted>.field>svg+svg{inset-block-start:0}
.parted>.field>.shell{position:relative;padding-block:calc(${half} + ${parted.facts}) ${parted.foot}}
@media (width < 60rem){
.parted>.ground .shell{min-block-size:0;padding-block:${head.narrowTop} calc(${half} + ${parted.narrowBottom})}
.parted>.field>.shell{padding-block:calc(${half} + ${parted.narrowFacts}) ${parted.narrowFoot}}
[data-look=cover]{grid-template-columns:repeat(auto-fit,minmax(min(100%,${head.leastFact}),1fr));gap:${head.narrowFacts} ${head.narrowGap}}
.masthead{--unit:${unitOf(field.narrowUnitsPerRem)};--bend:65.5%}
.masthead>.shell{min-block-size:0;padding-block:${head.narrowTop} calc(${String(field.height)} * var(--unit) - ${field.narrowOver})}
.bar{margin-block-end:${head.narrowBar}}
}
`;
};
