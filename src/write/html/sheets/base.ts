/**
 * The page: its shell, its headings, text and links. One rem is 17 px on wide screens and 16 px under 60rem, times what
 * the reader has set. Colours and text styles are the theme's: see `tokens.ts`.
 */
export const base = `
*,*::before,*::after{box-sizing:border-box}
html{font-size:106.25%;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-block-start:1.5rem}
body,h1,h2,h3,h4,h5,h6,p,ul,ol,figure{margin:0;padding:0}
body{background:var(--color-paper);font-family:var(--face);font-kerning:normal;hyphens:manual;overflow-wrap:break-word}
:root{--focus:var(--color-blue)}
h1,h2,h3,h4,h5,h6,[role=heading]{text-wrap:balance}
p,figcaption{text-wrap:pretty}
li p{text-wrap:wrap}
strong{font-weight:600}
em{font-style:italic}
em:lang(ka){font-style:normal;font-weight:500}
.nb{white-space:nowrap}
a{color:var(--color-blue);text-decoration-thickness:.07em;text-underline-offset:.24em}
a:hover{text-decoration-thickness:.14em}
:focus-visible{outline:3px solid var(--focus);outline-offset:3px;border-radius:2px}
main:focus{outline:none}
img{max-inline-size:100%;block-size:auto}

.skip{position:absolute;inset-block-start:.5rem;inset-inline-start:.5rem;z-index:2;padding:.6rem 1rem;background:var(--color-paper);color:var(--color-blue);font-weight:600;border-radius:3px;outline-offset:0}
.skip:not(:focus){clip-path:inset(50%);inline-size:1px;block-size:1px;padding:0;overflow:hidden;white-space:nowrap}

.shell{max-inline-size:72rem;margin-inline:auto;padding-inline:var(--margin);--margin:1.5rem}
.page{display:grid;grid-template-columns:15rem minmax(0,40rem);column-gap:4.5rem;padding-block:3.35rem 3.9rem}
main{grid-column:2}
main>section+section{padding-block-start:.95rem}
main>section:first-child>:first-child{margin-block-start:0}
h2+section>h3:first-child{margin-block-start:0}
section>:last-child,aside>:last-child,li>:last-child,figure>:last-child{margin-block-end:0}
@media (width < 19.45rem){.nb.words{white-space:normal}}

.contents{position:sticky;inset-block-start:1.4rem;align-self:start;max-block-size:calc(100vh - 2.8rem);overflow-y:auto;margin-inline:-.5rem;padding:.25rem .5rem;color:var(--color-muted)}
.contents>p{font-size:.88rem;font-weight:600;margin-block-end:.75rem}
.contents li{--ring:.9rem;--stroke:.19rem;--rail:.19rem;--indent:1.7rem;--gap:.65rem;padding-block:.2rem;--top:.2rem}
.contents a{display:inline-block;font-weight:400;min-block-size:24px}

@media (width < 60rem){
html{font-size:100%}
.shell{--margin:1.1rem}
.page{display:block;padding-block:2rem 3rem}
main{max-inline-size:40rem}
.contents{position:static;max-block-size:none;overflow:visible;margin-block-end:2.6rem}
}
@media (width >= 60rem) and (height < 30rem){.contents{position:static;max-block-size:none}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;

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
@media (width < 60rem){
.masthead{--unit:calc(.58rem / 24);--bend:65.5%}
.masthead>.shell{min-block-size:0;padding-block:.7rem calc(372 * var(--unit) - .6rem)}
.bar{margin-block-end:1.3rem}
}
`;
