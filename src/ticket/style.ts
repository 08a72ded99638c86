/** The ticket's looks: on paper too, for it is laid beside the job. Colours are those of the theme გზა. */
import { tableStyle } from './table.ts';

export const style = `
:root{color-scheme:light;--ink:#16233b;--deep:#0e2f6b;--blue:#1f5cb5;--sky:#e9f1fa;--clay:#a8451f;--parch:#f8f3ea;--line:#5f80b4;--hair:#c9d6e8;--muted:#4c5b75}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:var(--ink);font:1rem/1.55 FiraGO,"Noto Sans Georgian","Noto Sans","Segoe UI",Arial,sans-serif}
.skip{position:absolute;inset-block-start:.5rem;inset-inline-start:.5rem;z-index:2;padding:.6rem 1rem;background:#fff;color:var(--blue);font-weight:600}
.skip:not(:focus){clip-path:inset(50%);inline-size:1px;block-size:1px;padding:0;overflow:hidden;white-space:nowrap}
header{background:var(--deep);color:#fff}
header div,main{max-width:62rem;margin:0 auto}
header div{padding:2rem 1.25rem 1.8rem}
header p{margin:0;font-size:1.05rem;color:#f3a77f;font-weight:600}
h1{margin:.15rem 0 0;font-size:1.9rem;line-height:1.3;font-weight:600;overflow-wrap:anywhere}
main{padding:0 1.25rem 3rem}
h2{margin:2.4rem 0 .8rem;font-size:1.25rem;line-height:1.35;color:var(--deep);font-weight:600;border-top:3px solid var(--clay);padding-top:.55rem;width:fit-content}
h3{margin:0 0 .4rem;font-size:1rem;color:var(--blue);font-weight:600}
${tableStyle}
.narrow{overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;font-size:.94rem;border-top:2px solid var(--deep);border-bottom:2px solid var(--deep)}
th,td{padding:.42rem .9rem .42rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--hair)}
tr:last-child>*{border-bottom:0}
thead th{color:var(--deep);font-weight:600;border-bottom:1px solid var(--line)}
tbody th{font-weight:600}
.facts th{width:16rem;color:var(--deep)}
.n{text-align:right;font-variant-numeric:tabular-nums}
code{font:.82rem/1.5 ui-monospace,"DejaVu Sans Mono",Consolas,monospace;overflow-wrap:anywhere}
.chip{display:inline-block;width:3rem;height:1.15rem;border:1px solid var(--line);border-radius:.2rem;vertical-align:-.2rem}
.key{margin:.9rem 0 0;font-size:.88rem;color:var(--muted);max-width:46rem}
.sides{display:grid;gap:1.6rem}
.pages{grid-template-columns:repeat(auto-fill,minmax(15rem,1fr))}
.many{grid-template-columns:repeat(auto-fill,minmax(9rem,1fr));gap:1rem}
figure{margin:0;background:var(--sky);padding:.8rem}
figcaption{font-size:.9rem;margin-top:.3rem;color:var(--ink)}
.side{display:block;width:100%;height:auto;font-family:inherit}
.bleed,.trim,.under,.fold,.measure{fill:none}
.bleed{stroke:#5f80b4;stroke-width:.8px;stroke-dasharray:1px 2px}
.trim{stroke:#16233b;stroke-width:1px}
.under{stroke:#fff;stroke-width:2.8px}
.fold{stroke:#a8451f;stroke-width:1.6px;stroke-dasharray:6px 3.5px}
.measure{stroke:#16233b;stroke-width:1px}
.side .width,.side .name{text-anchor:middle;fill:#16233b;font-size:50px}
.side .width{font-weight:600}
.side .name{fill:#4c5b75;font-size:45px}
.ok,.bad{margin:0;padding:.6rem .9rem;border-left:5px solid var(--blue);background:var(--sky)}
.bad{border-color:var(--clay);background:var(--parch)}
.error th{color:var(--clay)}
@media (max-width:40rem){.facts th{width:auto}h1{font-size:1.5rem}}
@media print{header{background:none;color:var(--ink)}header div{padding:0 0 .6rem}header p{color:var(--clay)}main{padding:0}figure,table{break-inside:avoid}h2{break-after:avoid}}
`.trim();
