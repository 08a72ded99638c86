/** The report's looks: the ticket's, in light and dark, with verdicts and questions. */
import { style as ticketStyle } from '../ticket/style.ts';

const dark =
  'color-scheme:dark;--ink:#e3eaf6;--deep:#b9d0f5;--blue:#8fb7f2;--sky:#1b2a44;--clay:#f3a77f;--parch:#33271d;--line:#6f8fc0;--hair:#34425c;--muted:#b3c0d6;--paper:#0f1829;--band:#0b1a38';

export const style = `${ticketStyle}
:root{--paper:#fff;--band:#0e2f6b}
body{background:var(--paper)}
.skip{background:var(--paper)}
header{background:var(--band)}
p{max-width:46rem}
a{color:var(--blue)}
h3{margin:1.6rem 0 .4rem;line-height:1.4}
.whole{white-space:nowrap;overflow-wrap:normal}
.contents{margin:1.6rem 0 0;padding:0;list-style:none;columns:16rem;column-gap:2rem}
.contents li{padding:.2rem 0;break-inside:avoid}
.contents a{display:inline-block;min-height:1.6rem}
.counts{margin:1.2rem 0 0;padding:0;list-style:none;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11.5rem),1fr));gap:.8rem}
.counts li{background:var(--sky);border-left:5px solid var(--blue);padding:.6rem .9rem}
.counts .for-person{background:var(--parch);border-color:var(--clay)}
.counts strong{display:block;font-size:1.7rem;line-height:1.2;font-weight:600;font-variant-numeric:tabular-nums}
.verdict{font-weight:600}
.verdict.for-person,.against{color:var(--clay)}
.verdict.checked,.verdict.by-construction{color:var(--deep)}
.verdict.not-applicable{color:var(--muted);font-weight:400}
.basis{margin:0;padding:0;list-style:none;min-width:14rem}
.basis li+li{margin-top:.25rem}
.asked{margin:0;padding:0;list-style:none;display:grid;gap:1rem}
.asked>li{border:1px solid var(--hair);border-left:5px solid var(--clay);padding:.8rem 1rem;display:grid;grid-template-columns:minmax(0,1fr);gap:.5rem 1.2rem}
.asked>li.answered{border-left-color:var(--blue)}
.asked>li.pictured{grid-template-columns:minmax(0,11rem) minmax(0,1fr)}
.asked img{max-width:100%;height:auto;background:#fff;border:1px solid var(--hair)}
.asked blockquote{margin:0 0 .5rem;max-width:46rem}
.asked blockquote p{margin:.1rem 0;overflow-wrap:anywhere}
.asked dl{margin:0;display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1rem .8rem;font-size:.9rem}
.asked dt{color:var(--muted)}
.asked dd{margin:0;overflow-wrap:anywhere}
.ask{margin:0 0 .8rem}
.refs{font-size:.9rem;color:var(--muted);margin:.2rem 0 .6rem}
@media (max-width:34rem){.asked>li.pictured{grid-template-columns:minmax(0,1fr)}.asked dl{grid-template-columns:minmax(0,1fr)}.asked dt:not(:first-child){margin-top:.3rem}}
@media screen and (prefers-color-scheme:dark){:root{${dark}}header{border-bottom:1px solid var(--hair)}.wide:focus-visible,main:focus-visible{outline-color:var(--blue)}}
@media print{.asked>li{break-inside:avoid}}
`.trim();
