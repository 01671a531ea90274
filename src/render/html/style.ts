/** The style sheet of the page: light and dark, screen, phone and A4. Nothing in it is loaded from anywhere. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1f23;--quiet:#4b545c;--line:#b3bac1;--link:#0b4f86;--shade:#f2f5f7;
--warn:#8a1f11;--edge:#0005;--chart-bar:#0072b2;--chart-mark:#d55e00;--chart-grid:#dde2e6;--chart-soft:#dbe6ee}
@media (prefers-color-scheme:dark){:root{--paper:#14181c;--ink:#e8ebee;--quiet:#b0b9c1;--line:#56616b;--link:#8cc4f2;
--shade:#1f252b;--warn:#ffb4a6;--edge:#fff5;--chart-bar:#2a7fb5;--chart-mark:#e69f00;--chart-grid:#333c44;--chart-soft:#27333d}}
*{box-sizing:border-box}
html{font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:1rem;max-width:62rem;background:var(--paper);color:var(--ink);overflow-wrap:break-word}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999rem}
.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip:focus{position:static;display:inline-block;padding:.5rem}
h1{font-size:2rem;line-height:1.2;margin:.5rem 0}
h2{font-size:1.5rem;line-height:1.25;margin:0 0 .25rem}
h3{font-size:1.125rem;margin:2rem 0 .5rem}
p,ul,ol{max-width:46rem;margin:.5rem 0}
li{margin:.25rem 0}
section{margin-top:2.5rem;padding-top:1.25rem;border-top:1px solid var(--line)}
.logo{display:block;max-width:16rem;max-height:5rem;margin:0 0 1rem;padding:.25rem;background:#fff}
.service{margin:.5rem 0 0;font-weight:700}
.scope{font-size:1.125rem;font-weight:700}
.stamp{display:inline-block;margin:0;padding:.25rem .75rem;border:3px solid var(--warn);color:var(--warn);font-weight:700;letter-spacing:.05em}
.question{font-size:1.125rem;color:var(--quiet);margin-top:0}
.caveat{font-weight:700}
.stands-out{background:var(--shade);border:0;border-left:6px solid var(--chart-bar);padding:1rem 1.25rem}
.stands-out li{margin:.5rem 0}
nav{margin-top:2rem}
nav ul{padding-left:1.25rem}
@media (min-width:40rem){nav ul{columns:2;column-gap:2rem}}
figure{margin:.75rem 0 1rem;max-width:42rem}
figure svg{display:block;width:100%;height:auto}
figure .phone{display:none}
figcaption,.notes,.quiet{color:var(--quiet);font-size:.9375rem}
details{margin:.5rem 0 1rem}
summary{padding:.25rem 0;color:var(--link);cursor:pointer}
.table{max-width:100%;margin:.5rem 0 1rem;overflow-x:auto}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:700;padding:.25rem 0}
th,td{padding:.375rem .75rem .375rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{vertical-align:bottom;border-bottom:2px solid var(--ink)}
tbody th{font-weight:400}
.n{text-align:right;padding-left:.75rem;white-space:nowrap}
thead .n{white-space:normal}
.break{overflow-wrap:anywhere;min-width:8rem}
.words{min-width:9rem}
.n+.words{padding-left:.5rem}
.wide table{font-size:.875rem;line-height:1.4}
.wide th,.wide td{padding:.3rem .4rem .3rem 0}
.wide .n{padding-left:.4rem}
.wide .break,.wide .words{min-width:0}
/* Shadows at the edges behind which there is more; at the end of the way the paper covers them. */
.scroll{background:linear-gradient(90deg,var(--paper) 40%,transparent) 0 0/3rem 100% no-repeat local,
linear-gradient(270deg,var(--paper) 40%,transparent) 100% 0/3rem 100% no-repeat local,
linear-gradient(90deg,var(--edge),transparent) 0 0/.75rem 100% no-repeat scroll,
linear-gradient(270deg,var(--edge),transparent) 100% 0/.75rem 100% no-repeat scroll}
.hint{display:none}
.sum{font-family:ui-monospace,Consolas,monospace;font-size:.8125rem;overflow-wrap:anywhere}
@media screen and (max-width:40rem){figure .desk{display:none}figure svg.phone{display:block}figcaption .phone{display:inline}
html{font-size:93.75%}h1{font-size:1.75rem}
.table table{font-size:.875rem;line-height:1.4}
th,td{padding-right:.5rem}.n{padding-left:.25rem}.words{min-width:0}
.hint{display:block;font-size:.875rem;color:var(--quiet)}
.cards .n,.cards .words{padding:0;text-align:left}.cards .words,.cards th[data-name]{grid-column:span 2}
.cards table,.cards tbody{display:block}
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards tr{display:grid;grid-template-columns:repeat(auto-fill,minmax(6.25rem,1fr));align-items:end;gap:.125rem .75rem;padding:.5rem 0;border-bottom:1px solid var(--line)}
.cards tbody th,.cards td{padding:0;border:0;font-size:1rem;white-space:normal}
.cards tbody th:not([data-name]){grid-column:1/-1;font-weight:700}
.cards [data-name]::before{display:block;font-size:.8125rem;color:var(--quiet);content:attr(data-name);content:attr(data-name)/""}
.cards td:empty::before{content:none}}
@media screen and (max-width:24rem){.table table{font-size:.8125rem}th,td{padding-right:.25rem}.n+.words{padding-left:.25rem}}
@page{size:A4;margin:14mm 12mm 16mm}
@page landscape{size:A4 landscape}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--quiet:#333;--line:#888;--link:#000;--shade:#fff;--warn:#000;
--chart-bar:#0072b2;--chart-mark:#d55e00;--chart-grid:#ddd;--chart-soft:#dbe6ee}
html{font-size:10pt}body{max-width:none;padding:0;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.skip,.rows{display:none}a{text-decoration:none}
.more summary{display:none}.more::details-content{content-visibility:visible}
section{break-before:page;border:0;margin:0;padding:0}
section.short{break-before:auto;break-inside:avoid;margin-top:1.5rem}
section.landscape{page:landscape}
section.closing~section.closing{break-before:auto;margin-top:1.5rem}
section.stands-out{break-before:auto;border-left:6px solid var(--chart-bar);margin-top:1rem;padding:.5rem 1rem}
h1,h2,h3,caption,section>p:not(:last-child),section>.plain{break-after:avoid}
figure,tr,li,.whole{break-inside:avoid}thead{display:table-header-group}
/* No row stands alone at the top or the foot of a page. */
thead,tbody tr:first-child{break-after:avoid}tbody tr:last-child{break-before:avoid}
.table{overflow:visible;background:none}
table{font-size:9pt;max-width:100%}th,td{padding-top:.2rem;padding-bottom:.2rem}
.wide table{font-size:7pt;line-height:1.3}.wide th,.wide td{padding:.15rem .3rem .15rem 0}
.break,.words{min-width:0}
/* With its heading a chart fits a page, however many rows it has. */
figure svg{max-height:182mm}.landscape figure svg{max-height:120mm}}
`;

/** What stands at the edges of every printed page: whether it may be shared, what it is, and its number. */
export function pageMarks(title: string, isInternal: boolean): string {
  const stamp = isInternal ? '@top-right{content:"INTERNAL";font-weight:700}' : '';
  const number = '@bottom-right{content:counter(page) " / " counter(pages)}';
  return `@page{font:9pt system-ui,sans-serif;${stamp}@bottom-left{content:${quoted(title)}}${number}}`;
}

/** As a string of a style sheet: but for letters, digits and blanks every character is its number. */
function quoted(text: string): string {
  return `"${text.replace(/[^a-z0-9 ]/giu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}
