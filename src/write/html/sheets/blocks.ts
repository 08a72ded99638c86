/**
 * Lists and boxes. A mark is a ring drawn as a border, which forced colours keep; its rail runs from ring to ring. The
 * own marker of a list is the empty string: with `none`, Safari takes it for no list. The measures of a list: `--ring`
 * and `--stroke` of its marks, `--rail` (0: none), `--indent` of its text, `--gap` between items.
 */
export const lists = `
ul,ol{list-style-type:""}
li{position:relative;padding-inline-start:var(--indent)}
li+li{margin-block-start:var(--gap)}
li::before,li:not(:last-child)::after{position:absolute;content:""}
li::before{inset-inline-start:0;inset-block-start:calc(var(--top,0rem) + (1lh - var(--ring)) / 2);inline-size:var(--ring);block-size:var(--ring);border:var(--stroke) solid var(--mark);border-radius:50%}
li:not(:last-child)::after{inset-inline-start:calc((var(--ring) - var(--rail)) / 2);inset-block:calc(var(--top,0rem) + (1lh + var(--ring)) / 2) calc((var(--ring) - 1lh) / 2 - var(--gap) - var(--top,0rem));border-inline-start:var(--rail) solid var(--color-rail)}
li p{margin-block-end:0}
li p+p{margin-block-start:.4rem}

ul,ol,.contents ol{--mark:var(--color-blue)}
li{--ring:.7rem;--stroke:.13rem;--rail:0rem;--indent:1.5rem;--gap:.4rem}
main ol:not([data-look],.toc ol)>li::before{content:counter(list-item) ".";inline-size:auto;block-size:auto;inset-block-start:0;border:0;border-radius:0;font-weight:600;color:var(--color-blue);font-variant-numeric:tabular-nums}

[data-look=principal]{--mark:var(--color-clay);margin-block-end:1.5rem}
[data-look=principal]>li{--ring:1.18rem;--stroke:.25rem;--rail:.25rem;--indent:2.3rem;--gap:.94rem}
[data-look=route]>li{--ring:1.06rem;--stroke:.19rem;--rail:.25rem;--indent:2.1rem;--gap:.92rem}
[data-look=focus]::before{background:var(--color-clay);border-color:var(--color-clay)!important}
[data-look=dash]{margin-block:.25rem 0;font-weight:400}
[data-look=dash]>li{--indent:1.18rem;--gap:.25rem;font-weight:400;color:var(--color-ink)}
[data-look=dash]>li::before{inset-block-start:calc(.5lh - .06rem);inline-size:.65rem;block-size:0;border:0;border-block-start:.13rem solid var(--color-line);border-radius:0}
[data-look=stops]>li{--ring:2rem;--stroke:.19rem;--rail:.25rem;--indent:3.1rem;--gap:1.06rem}
[data-look=stops]>li::before{content:counter(list-item);display:grid;place-items:center;font-variant-numeric:tabular-nums}
[data-look=links]{display:flex;flex-wrap:wrap;gap:.9rem 1.9rem;margin-block:1.5rem 0}
[data-look=links]>li{padding:0;margin:0;font-size:.88rem;color:var(--color-muted)}
[data-look=links]>li::before,[data-look=links]>li::after{display:none}
[data-look=links] a{display:inline-block;padding-block:.1rem;font-size:1rem;font-weight:600}
`;

export const boxes = `
aside{padding:1.6rem 1.7rem;border-inline-start:.25rem solid var(--color-blue);background:var(--color-sky)}
figure{margin-block:1.6rem}
figure img{display:block;border-radius:3px}
figcaption{max-inline-size:36rem}
figcaption small{font-size:inherit}
[data-look=panel]{margin-block-start:1.6rem;padding:1.6rem 1.7rem 1.4rem;border:0;border-radius:6px}
[data-look=panel]>[data-look=lead]{margin-block-end:1rem}
[data-look=callout]{border-color:var(--color-clay);background:var(--color-parch);--slant:var(--color-clay)}
[data-look=notice]{padding-block:.2rem;border-color:var(--color-clay);background:none;--slant:var(--color-clay)}
aside:not([data-look=panel])>[data-look=lead]:first-child{margin-block-end:.4rem;font-size:1.1rem;line-height:1.45;font-weight:600;color:var(--slant,var(--color-blue))}
.icon{inline-size:1.25em;block-size:1.25em;margin-inline-end:.5em;vertical-align:-.27em;color:var(--slant,var(--color-blue));overflow:visible}
.emblems{display:flex;flex-wrap:wrap;gap:1rem;margin-block-end:1.1rem}
.slot,.emblem{align-content:center;inline-size:8.5rem;min-block-size:3.3rem;margin:0;padding:.4rem .3rem;border:1px solid var(--slot-line);border-radius:4px;background:var(--color-white);color:var(--slot-muted);text-align:center;text-wrap:balance}
.slot .words{white-space:normal}
.emblem img{display:block;margin-inline:auto;max-block-size:2.5rem;inline-size:auto}
.imprint{border-block-start:1px solid var(--color-hair)}
.imprint>.shell{padding-block:2rem 2.4rem}
.imprint [data-look=small]{color:var(--color-muted)}
@media (width >= 60rem){.imprint>.shell>*{margin-inline-start:19.5rem;max-inline-size:44rem}}
@media (width < 42.2rem){aside:not([data-look=notice]),[data-look=panel]{margin-inline:calc(-1 * var(--margin));padding-inline:var(--margin);border-radius:0}}
@media (width < 60rem){
.slot,.emblem{inline-size:6.8rem;min-block-size:3rem}
}
`;
