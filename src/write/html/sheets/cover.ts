/** The head of a page: a navy masthead, or the cover of a report, white above and navy below. */
export const masthead = `
.masthead{position:relative;isolation:isolate;overflow:clip;background:var(--color-field);color:var(--color-white);--focus:var(--color-white);--unit:calc(1rem / 17);--bend:calc(50% + 15.6rem)}
.masthead>svg{position:absolute;z-index:-1;inset-block-end:0;inset-inline-start:var(--bend);inline-size:calc(6000 * var(--unit));block-size:calc(372 * var(--unit));max-inline-size:none;margin-inline-start:calc(-3000 * var(--unit))}
.masthead>.shell{min-block-size:29.8rem;padding-block:1.15rem 7.9rem}
.masthead h1,.masthead strong,.masthead .languages{color:var(--color-white)}
.masthead h1{max-inline-size:36rem;text-wrap:pretty}
.masthead p:not(.slot,.languages p){max-inline-size:36rem}
.masthead [data-look=byline]{color:var(--color-pale)}
.masthead a{color:var(--color-white)}
.bar{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.6rem 1rem;margin-block-end:2.3rem}
.bar>.emblems{margin:0}
.languages p{margin:0;word-spacing:.3em}
.languages a,.languages strong{display:inline-block;padding-block:.3rem;word-spacing:normal}
[data-look=kind]{font-weight:600}
.masthead [data-look=kind]{color:var(--color-clayL)}
.masthead [data-look=kind]:has(strong){font-weight:400;color:var(--color-white)}
.masthead [data-look=kind] strong{color:var(--color-clayL)}
[data-look=head]>.shell>:first-child:not(.bar){margin-block-start:2.2rem}
.masthead [data-look=kind]~h1{margin-block-start:0}
[data-look=cover]{margin:0;display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:1.4rem 2.2rem}
[data-look=cover]>div{padding-block-start:.75rem;border-block-start:.1rem solid var(--color-mid)}
[data-look=cover] dt{font-size:.88rem;color:var(--color-pale)}
[data-look=cover] dd{font-weight:600;color:var(--color-white)}
.masthead [data-look=notice]{margin:0 0 2.2rem;padding:.1rem 0 .1rem 1.2rem;border-inline-start:.28rem solid var(--color-clayL);background:none;color:var(--color-white);--slant:var(--color-clayL)}

.parted{overflow:clip;background:var(--color-paper);color:var(--color-ink);--focus:var(--color-blue)}
.parted>.ground .shell{min-block-size:24rem;padding-block:1.15rem 2.4rem}
.parted h1{color:var(--color-deep);max-inline-size:33rem}
.parted [data-look=kind],.parted [data-look=kind] strong{color:var(--color-clay)}
.parted [data-look=kind]:has(strong){color:var(--color-muted)}
.parted .ground a{color:var(--color-blue)}
.parted .ground .languages{color:var(--color-ink)}
.parted .ground .languages strong{color:var(--color-deep)}
.parted>.field{position:relative;background:var(--color-field);--focus:var(--color-white)}
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
