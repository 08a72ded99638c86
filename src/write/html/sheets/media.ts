/** What changes for readers who ask for more contrast or their own colours, and on paper. */
export const preferences = `
@media (prefers-contrast:more){
:root{--color-muted:var(--color-ink);--color-rail:var(--color-line);--color-hair:var(--color-line)}
.masthead [data-look=byline]{color:var(--color-white)}
a{text-decoration-thickness:.12em}
aside{outline:1px solid var(--color-line)}
}
@media (forced-colors:active){
.masthead{border-block-end:1px solid CanvasText}
.masthead svg{--color-field:Canvas;--color-paper:Canvas;--color-mid:CanvasText;--color-pale:CanvasText;--color-white:CanvasText;--color-l5:CanvasText;--color-l6:CanvasText;--color-blue:CanvasText;--color-deep:CanvasText;--color-clay:Highlight;--color-clayL:Highlight}
main svg{--color-paper:Canvas;--color-rail:Canvas;--color-white:Canvas;--color-ink:CanvasText;--color-deep:CanvasText;--color-blue:CanvasText;--color-muted:CanvasText;--color-line:CanvasText;--color-hair:CanvasText;--color-clay:Highlight}
.icon{color:CanvasText}
.table{--ground:Canvas;--color-rail:CanvasText}
.progress{--ground:Canvas}
[data-look=group]>*{border-block-start:1px solid CanvasText}
[data-look=focus]::before,[data-look=today]::before{forced-color-adjust:none;background:Highlight!important;border-color:Highlight!important}
aside,[data-look=panel]{border:1px solid CanvasText}
.slot,.emblem{border-color:CanvasText}
:root{--focus:Highlight}
}
`;

/** A4, with the empty rail of the pages at the left. The lanes keep their order in the colours for white ground; addresses of links are written out. */
export const print = `
@media print{
@page{size:A4;margin:14mm 16mm 16mm}
@page turned{size:A4 landscape}
html{font-size:10pt}
main{--pull:36mm}
main :is(aside,li,dd,td,.columns>*,.chart>*),.sheet>main{--pull:0mm}
.skip,.contents,.languages{display:none}
.shell,.page{display:block;max-inline-size:none;padding:0}
main,.imprint>.shell{margin-inline-start:36mm;max-inline-size:none}
main{padding-block-start:1.8rem}
.masthead{--unit:calc(.58rem / 24);--bend:72%;--lane-1:var(--color-pale);--lane-2:var(--color-mid);--lane-3:var(--color-clay);--lane-4:var(--color-blue);--lane-5:var(--color-deep)}
.masthead>svg{--color-field:var(--color-paper);--color-mid:var(--lane-1);--color-pale:var(--lane-2);--color-clayL:var(--lane-3);--color-white:var(--lane-4);--color-l5:var(--lane-5)}
.masthead>.shell{min-block-size:0;padding-block-end:calc(372 * var(--unit) - 1rem)}
.masthead h1{color:var(--color-deep)}
.masthead p:not(.slot){color:var(--color-muted)}
.masthead strong{color:var(--color-ink)}
.parted>.ground .shell,.parted>.field>.shell{min-block-size:0;padding-block-end:1rem}
.parted>.field>.shell{padding-block-start:calc(184 * var(--unit) + 1.2rem)}
.parted>.field>svg+svg{--color-field:var(--color-paper);--color-l6:var(--lane-1);--color-mid:var(--lane-2);--color-pale:var(--lane-4);--color-clayL:var(--lane-3);--color-white:var(--lane-5);--color-l5:var(--lane-4)}
.masthead [data-look=cover] dt{color:var(--color-muted)}
.masthead [data-look=cover] dd,.masthead aside,.masthead aside p{color:var(--color-ink)!important}
.masthead [data-look=cover]{grid-template-columns:repeat(3,minmax(0,1fr))}
.masthead [data-look=notice]{margin-block-end:1.4rem;--slant:var(--color-clay)}
.masthead [data-look=kind]{color:var(--color-muted)}
.masthead [data-look=kind]:not(:has(strong)),.masthead [data-look=kind] strong{color:var(--color-clay)!important}
p,li{orphans:3;widows:3}
h2,h3,h4,h5,h6,[role=heading],[data-look=lead]{break-after:avoid}
ul,ol{break-before:avoid}
.tabled,.chart,[data-look=figures]{margin-inline:calc(-1 * var(--pull)) 0!important}
.table{overflow:visible!important;background:none!important}
.table table{min-inline-size:0}
.tabled.wide{page:turned}
caption>div,.stay,.wide th{position:static!important}
caption>div,.stay{max-inline-size:none}
thead{break-inside:avoid}
tr{break-inside:avoid}
thead+tbody>tr:first-child{break-before:avoid}
caption,[data-look=group],.joined,figcaption:first-child{break-after:avoid}
[data-look=total]{break-before:avoid}
[data-look=group]>*{background:none;border-block-start:.75pt solid var(--color-line)}
h2.numbered{padding-inline-start:0}
h2>.number{inset-inline-start:-36mm}
[data-look=opening]{break-before:page}
summary,[role=doc-backlink]{display:none}
details::details-content{content-visibility:visible}
.sheet>main{margin-inline-start:0}
li,figure:not(.chart),aside,.emblems,.imprint{break-inside:avoid}
li:first-child,li:nth-last-child(2){break-after:avoid}
h2{margin-block-start:2rem}
main>section+section{padding:0}
aside,[data-look=panel]{margin-inline:0;padding:1rem 1.2rem;border:.75pt solid var(--color-line);border-radius:6px}
[data-look=focus]::before{print-color-adjust:exact}
a{color:inherit}
main a[href^=http]:not([data-spelt])::after,.imprint a[href^=http]:not([data-spelt])::after{content:" (" attr(href) ")";overflow-wrap:anywhere;font-weight:400}
.imprint{margin-block-start:2rem}
.imprint>.shell{padding-block:1rem 0}
.imprint>.shell>*{margin-inline-start:0}
}
`;
