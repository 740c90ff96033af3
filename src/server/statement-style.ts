/** One sheet for the public statement, on the screen and on A4; small enough to stand in the page itself. */
export const STATEMENT_STYLE = `:root{color-scheme:light dark;--paper:light-dark(#fbfaf7,#15181b);--ink:light-dark(#1b1f24,#e8e6e1);--quiet:light-dark(#4a4f55,#b6b3ac);--line:light-dark(#d9d5cc,#383d42);--accent:light-dark(#0b5d5e,#7cc9c8);--rust:light-dark(#8f2a18,#f09a86)}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:400 1rem/1.6 "Noto Sans","Noto Sans Arabic",system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
html:lang(ar){font-size:1.1rem;line-height:1.75}
body{max-inline-size:60rem;margin-inline:auto;padding:1rem}
header{text-align:end}
h1{font-size:1.75rem;line-height:1.3;margin-block:.5rem 1rem}
h2{font-size:1.25rem;margin-block:2rem .5rem}
a{color:var(--accent)}
a:focus-visible,.wide:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.lead{font-size:1.1em}
.quiet,footer,.codes{color:var(--quiet)}
.codes bdi,th bdi:first-child{white-space:nowrap}
.replaced{border-inline-start:4px solid var(--rust);padding-inline-start:.75rem;font-weight:600}
.note{border-inline-start:4px solid var(--line);padding-inline-start:.75rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;inline-size:100%}
th,td{text-align:start;vertical-align:top;padding:.5rem .75rem .5rem 0;border-block-end:1px solid var(--line)}
[dir=rtl] th,[dir=rtl] td{padding:.5rem 0 .5rem .75rem}
thead th{color:var(--quiet);font-weight:600}
tbody th{font-weight:600}
dt{font-weight:600;margin-block-start:.75rem}
dd{margin:0}
footer{border-block-start:1px solid var(--line);margin-block-start:2rem;font-size:.875rem}
@media (max-width:40rem){table,tbody,tr,tbody th{display:block}td{display:inline}td:not(:last-child)::after{content:" · "}thead{position:absolute;clip-path:inset(50%);inline-size:1px;block-size:1px;overflow:hidden}tr{border-block-end:1px solid var(--line);padding-block:.5rem}th,td,[dir=rtl] th,[dir=rtl] td{border:0;padding:0}}
@page{size:A4;margin:18mm 16mm;@bottom-center{content:counter(page) " / " counter(pages)}}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--quiet:#333}html,html:lang(ar){font-size:10.5pt}body{max-inline-size:none;padding:0}header{display:none}tr,dt{break-inside:avoid}thead{display:table-header-group}.wide{overflow:visible}}
`;
