import type { Paints } from './paints.ts';

/** The head of a page: a navy masthead, or the cover of a report, white above and navy below. */
export const masthead = ({ roles: r }: Paints) => `
.masthead{position:relative;isolation:isolate;overflow:clip;background:${r.field};color:${r.fieldText};--focus:${r.fieldText};--unit:calc(1rem / 17);--bend:calc(50% + 15.6rem)}
.masthead>svg{position:absolute;z-index:-1;inset-block-end:0;inset-inline-start:var(--bend);inline-size:calc(6000 * var(--unit));block-size:calc(372 * var(--unit));max-inline-size:none;margin-inline-start:calc(-3000 * var(--unit))}
.masthead>.shell{min-block-size:29.8rem;padding-block:1.15rem 7.9rem}
.masthead h1,.masthead strong,.masthead .languages{color:${r.fieldText}}
.masthead h1{max-inline-size:36rem;text-wrap:pretty}
.masthead p:not(.slot,.languages p){max-inline-size:36rem}
.masthead [data-look=byline]{color:${r.fieldQuiet}}
.masthead a{color:${r.fieldText}}
.bar{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.6rem 1rem;margin-block-end:2.3rem}
.bar>.emblems{margin:0}
.languages p{margin:0;word-spacing:.3em}
.languages a,.languages strong{display:inline-block;padding-block:.3rem;word-spacing:normal}
[data-look=kind]{font-weight:600}
.masthead [data-look=kind]{color:${r.fieldAttention}}
.masthead [data-look=kind]:has(strong){font-weight:400;color:${r.fieldText}}
.masthead [data-look=kind] strong{color:${r.fieldAttention}}
[data-look=head]>.shell>:first-child:not(.bar){margin-block-start:2.2rem}
.masthead [data-look=kind]~h1{margin-block-start:0}
[data-look=cover]{margin:0;display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:1.4rem 2.2rem}
[data-look=cover]>div{padding-block-start:.75rem;border-block-start:.1rem solid ${r.fieldLine}}
[data-look=cover] dt{font-size:.88rem;color:${r.fieldQuiet}}
[data-look=cover] dd{font-weight:600;color:${r.fieldText}}
.masthead [data-look=notice]{margin:0 0 2.2rem;padding:.1rem 0 .1rem 1.2rem;border-inline-start:.28rem solid ${r.fieldAttention};background:none;color:${r.fieldText};--slant:${r.fieldAttention}}

.parted{overflow:clip;background:${r.page};color:${r.text};--focus:${r.link}}
.parted>.ground .shell{min-block-size:24rem;padding-block:1.15rem 2.4rem}
.parted h1{color:${r.strong};max-inline-size:33rem}
.parted [data-look=kind],.parted [data-look=kind] strong{color:${r.attention}}
.parted [data-look=kind]:has(strong){color:${r.quiet}}
.parted .ground a{color:${r.link}}
.parted .ground .languages{color:${r.text}}
.parted .ground .languages strong{color:${r.strong}}
.parted>.field{position:relative;background:${r.field};--focus:${r.fieldText}}
.parted>.field>svg{position:absolute;z-index:0;inset-inline-start:var(--bend);inline-size:calc(6000 * var(--unit));block-size:calc(184 * var(--unit));max-inline-size:none;margin-inline-start:calc(-3000 * var(--unit))}
.parted>.field>svg:first-child{inset-block-end:100%}
.parted>.field>svg+svg{inset-block-start:0}
.parted>.field>.shell{position:relative;padding-block:calc(184 * var(--unit) + 2rem) 2.6rem}
@media (width < 60rem){
.parted>.ground .shell{min-block-size:0;padding-block:.7rem calc(184 * var(--unit) + .6rem)}
.parted>.field>.shell{padding-block:calc(184 * var(--unit) + 1.2rem) 1.8rem}
[data-look=cover]{grid-template-columns:repeat(auto-fit,minmax(min(100%,12rem),1fr));gap:1rem 1.6rem}
.masthead{--unit:calc(.58rem / 24);--bend:65.5%}
.masthead>.shell{min-block-size:0;padding-block:.7rem calc(372 * var(--unit) - .6rem)}
.bar{margin-block-end:1.3rem}
}
`;
