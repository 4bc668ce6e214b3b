/** The style of every page. Sizes follow the reader's own; outcomes are told by words, and colour only repeats them. */
export const pageStyle = `:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b2a38; --soft: #46586a; --rule: #b9c4cf; --head: #e3eaf1; --card: #f5f8fa;
  --link: #0b4f8a; --met: #1d5c31; --missed: #9c1c12;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #12181f; --ink: #e4eaf0; --soft: #b3c0cc; --rule: #4a5966; --head: #24313d; --card: #1a232c;
    --link: #9cc9f5; --met: #8ed9a6; --missed: #ff9f94;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 0 1.25rem 3rem; max-width: 84rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word;
}
a { color: var(--link); text-decoration: underline; text-underline-offset: 0.15em; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: 1rem; top: -6rem; padding: 0.6rem 1rem; background: var(--paper); }
.skip:focus { top: 0.5rem; z-index: 1; }
h1 { margin: 2rem 0 0.25rem; font-size: 1.9rem; line-height: 1.2; }
h2 { margin: 3rem 0 0.75rem; padding-top: 0.75rem; border-top: 3px solid var(--ink); font-size: 1.45rem; line-height: 1.25; }
h3 { margin: 2.25rem 0 0.5rem; font-size: 1.15rem; line-height: 1.3; }
h4 { margin: 1.25rem 0 0.25rem; font-size: 1rem; }
p, ul, ol, dl, table, figure { margin: 0.5rem 0; }
p, li, dd { max-width: 75ch; }
.lead { font-size: 1.15rem; font-weight: 600; }
.caution { padding: 0.5rem 0.75rem; border-left: 4px solid var(--missed); background: var(--card); font-weight: 600; }
.small { color: var(--soft); font-size: 0.9rem; }
header .lead { margin-top: 0; }
dl > div { display: grid; grid-template-columns: 17rem 1fr; column-gap: 1rem; padding: 0.35rem 0; border-bottom: 1px solid var(--rule); }
dt { font-weight: 600; }
dd { grid-column: 2; margin: 0; overflow-wrap: anywhere; }
dd + dd { margin-top: 0.25rem; }
nav { margin: 1.5rem 0; padding: 0.75rem 1rem; background: var(--card); }
nav ul { margin: 0; padding: 0; list-style: none; }
nav > ul { columns: 22rem; column-gap: 2rem; }
nav > ul > li { margin-bottom: 0.4rem; break-inside: avoid; }
nav li { max-width: none; }
nav ul ul { padding-left: 1rem; font-size: 0.92rem; }
nav a { display: inline-block; padding: 0.15rem 0; }
table { width: 100%; border-collapse: collapse; font-size: 0.92rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
caption { padding: 0.5rem 0; text-align: left; font-weight: 600; }
th, td { padding: 0.4rem 0.5rem; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--ink); background: var(--head); vertical-align: bottom; }
tbody th { font-weight: 400; }
tr.group > * { border-top: 2px solid var(--soft); }
.number, .value { text-align: right; }
.outcome { min-width: 8.5rem; }
.address { min-width: 14rem; overflow-wrap: anywhere; }
caption.quiet { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
td.value { font-weight: 700; }
td.met { color: var(--met); }
td.missed { color: var(--missed); font-weight: 700; }
td a { display: inline-block; min-width: 1.6rem; min-height: 1.6rem; }
td.code { font-family: "Roboto Mono", "DejaVu Sans Mono", Consolas, monospace; font-size: 0.85rem; overflow-wrap: anywhere; }
figure { margin: 1rem 0; }
figcaption { font-weight: 600; }
.chart { max-width: 56rem; margin-top: 0.35rem; padding: 0.5rem; overflow-x: auto; border: 1px solid var(--rule); background: #ffffff; }
.chart svg { display: block; width: 100%; min-width: 38rem; height: auto; }
footer { margin-top: 3rem; padding-top: 0.75rem; border-top: 3px solid var(--ink); }
@media screen and (max-width: 62rem) {
  body { padding: 0 1rem 2rem; }
  h1 { font-size: 1.5rem; }
  h2 { font-size: 1.25rem; }
  nav ul ul { display: none; }
  dl > div { display: block; }
  table, tbody, tr, th, td, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { margin-bottom: 0.75rem; border: 1px solid var(--rule); background: var(--card); }
  tbody tr > * { display: grid; grid-template-columns: minmax(0, 38%) minmax(0, 1fr); column-gap: 0.75rem; min-width: 0; padding: 0.3rem 0.6rem; overflow-wrap: anywhere; }
  tbody tr > .number, tbody tr > .value { text-align: left; }
  tbody th { font-weight: 600; }
  tbody th + td, tbody td:first-child { border-top: 0; }
  tr.group > * { border-top: 0; }
  tbody td.none, tbody td:has(> span:empty) { display: none; }
  tbody tr > *::before { content: attr(data-label); color: var(--soft); font-weight: 400; }
  @supports (content: "a" / "b") { tbody tr > *::before { content: attr(data-label) / ""; } }
}
@media print {
  @page { size: A4 landscape; margin: 14mm; }
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  .skip, nav { display: none; }
  a { color: inherit; text-decoration: none; }
  p, li, dd { max-width: none; }
  h1, h2, h3, h4, caption, figcaption { break-after: avoid; }
  h2 { margin-top: 1.5rem; }
  thead { display: table-header-group; }
  thead th { print-color-adjust: exact; }
  tr, figure, dl > div { break-inside: avoid; }
  .chart { max-width: 150mm; overflow: visible; }
}
@media (forced-colors: active) { .chart { forced-color-adjust: none; } }
`;
