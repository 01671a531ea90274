/** The style sheet of the page: light and dark, screen, phone and A4. Nothing in it is loaded from anywhere. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1f23;--quiet:#4b545c;--line:#b3bac1;--link:#0b4f86;--shade:#f2f5f7;
--warn:#8a1f11;--chart-bar:#0072b2;--chart-mark:#d55e00;--chart-grid:#dde2e6;--chart-soft:#dbe6ee}
@media (prefers-color-scheme:dark){:root{--paper:#14181c;--ink:#e8ebee;--quiet:#b0b9c1;--line:#56616b;--link:#8cc4f2;
--shade:#1f252b;--warn:#ffb4a6;--chart-bar:#3391cc;--chart-mark:#e69f00;--chart-grid:#333c44;--chart-soft:#27333d}}
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
.stamp{display:inline-block;margin:0;padding:.25rem .75rem;border:3px solid var(--warn);color:var(--warn);font-weight:700;letter-spacing:.05em}
.question{font-size:1.125rem;color:var(--quiet);margin-top:0}
.caveat{font-weight:700}
.stands-out{background:var(--shade);border:0;border-left:6px solid var(--chart-bar);padding:1rem 1.25rem}
.stands-out li{margin:.5rem 0}
nav{margin-top:2rem}
nav ul{padding-left:1.25rem}
@media (min-width:40rem){nav ul{columns:2}}
figure{margin:.75rem 0 1rem;max-width:42rem}
figure svg{display:block;width:100%;height:auto}
figcaption,.notes,.quiet{color:var(--quiet);font-size:.9375rem}
.table{overflow-x:auto;max-width:100%;margin:.5rem 0 1rem}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:700;padding:.25rem 0}
th,td{padding:.375rem .75rem .375rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{vertical-align:bottom;border-bottom:2px solid var(--ink)}
tbody th{font-weight:400}
.n{text-align:right;padding-left:.75rem;white-space:nowrap}
thead .n{white-space:normal}
.break{overflow-wrap:anywhere;min-width:8rem}
.words{min-width:9rem}
.sum{font-family:ui-monospace,Consolas,monospace;font-size:.8125rem;overflow-wrap:anywhere}
@media (max-width:30rem){html{font-size:93.75%}h1{font-size:1.75rem}th,td{padding-right:.5rem}}
@page{size:A4;margin:14mm 12mm}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--quiet:#333;--line:#888;--link:#000;--shade:#fff;--warn:#000;
--chart-bar:#0072b2;--chart-mark:#d55e00;--chart-grid:#ddd;--chart-soft:#dbe6ee}
html{font-size:10pt}body{max-width:none;padding:0;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.skip{display:none}a{text-decoration:none}
section{break-before:page;border:0;margin:0;padding:0}
section.closing~section.closing{break-before:auto;margin-top:1.5rem}
section.stands-out{break-before:auto;border-left:6px solid var(--chart-bar);margin-top:1rem;padding:.5rem 1rem}
h1,h2,h3,caption{break-after:avoid}figure,tr{break-inside:avoid}thead{display:table-header-group}
.table{overflow:visible}
table{font-size:9pt;max-width:100%}
.wide table{font-size:6.5pt}.wide th,.wide td{padding:.15rem .3rem .15rem 0}.wide th{overflow-wrap:anywhere}
.break,.words{min-width:0}
/* With its heading a chart fits a page, however many rows it has. */
figure svg{max-height:195mm}}
`;
