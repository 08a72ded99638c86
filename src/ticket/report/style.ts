/** What a report has beside the looks of tickets. */
export const reportStyle = `
.proof{display:grid;gap:1.2rem;grid-template-columns:minmax(0,3fr) minmax(0,2fr)}
.marks{margin:0;padding-left:2.2rem}
.marks li{margin-bottom:.6rem}
.mark circle{fill:#fff;stroke:#a8451f;stroke-width:7}
.mark text{fill:#7a2d10;font-weight:700;text-anchor:middle}
/* Short words beside long ones are not divided. */
.narrow th,.narrow td:nth-child(2),.narrow td:last-child{overflow-wrap:normal}
details{margin-top:1rem}
summary{cursor:pointer;padding:.5rem 0;color:var(--blue);font-weight:600;min-height:24px}
.plates{display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(min(14rem,100%),1fr));margin-bottom:1rem}
.plates img{display:block;width:100%;height:auto;border:1px solid var(--hair)}
a{color:var(--blue)}
@media (max-width:40rem){.proof{grid-template-columns:minmax(0,1fr)}}
@media print{details::details-content{content-visibility:visible}}
`.trim();
