"""How the pages look: on a bright screen, on a dark one, on Letter and on A4. Nothing is loaded from anywhere."""

from base64 import b64encode
from hashlib import sha256

CSS = """
:root {
  color-scheme: light;
  --paper: #ffffff; --ink: #1b1f23; --quiet: #5a636c; --rule: #d5dae0; --wash: #f3f5f8;
  --bar: #1f5fa8; --bar-light: #b9d0ea; --warn: #b04a00;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --paper: #14171a; --ink: #e8eaed; --quiet: #a3acb5; --rule: #3a4149; --wash: #1e2328;
    --bar: #6db1f2; --bar-light: #2f5a86; --warn: #f5a258;
  }
}
* { box-sizing: border-box; }
html { font-size: 15px; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
  font-variant-numeric: tabular-nums;
}
main { max-width: 64rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 2.25rem 0 .5rem; padding-bottom: .2rem; border-bottom: 1px solid var(--rule); }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
p { margin: .35rem 0; max-width: 46rem; overflow-wrap: break-word; }
.lead { font-size: 1.15rem; font-weight: 600; margin: .75rem 0; }
.quiet, footer, caption { color: var(--quiet); }
.quiet, footer { font-size: .9rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
th, td {
  text-align: left; vertical-align: baseline; padding: .25rem .75rem .25rem 0;
  border-bottom: 1px solid var(--rule);
}
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--quiet); font-weight: 600; font-size: .85rem; white-space: nowrap; }
tbody th { font-weight: 400; min-width: 8.5rem; }
tbody th, td { overflow-wrap: anywhere; }
td:not(.number, .bar) { min-width: 5.5rem; }
.dense { font-size: .87rem; }
.dense th:not(:last-child), .dense td:not(:last-child) { padding-right: .55rem; }
.dense thead th { white-space: normal; vertical-align: bottom; overflow-wrap: normal; }
.dense td:not(.number, .bar) { min-width: 6rem; }
.dense .bar { width: 18%; }
.number { text-align: right; white-space: nowrap; }
.bar { width: 30%; min-width: 6rem; vertical-align: middle; }
.bar svg { display: block; width: 100%; height: 1rem; }
.verdict { border-left: 4px solid var(--warn); padding: .1rem 0 .1rem .9rem; margin: 1rem 0; }
.verdict h3 { margin-top: 0; }
.figures { display: flex; flex-wrap: wrap; gap: .75rem 2.25rem; margin: 1rem 0; padding: 0; list-style: none; }
.figures b { display: block; font-size: 1.5rem; line-height: 1.2; }
figure { margin: 1rem 0; }
figure svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--ink); font-size: 13px; }
svg .small { font-size: 9px; fill: var(--quiet); }
svg .strong { font-weight: 600; }
svg .fill { fill: var(--bar); }
svg .light { fill: var(--bar-light); stroke: var(--bar); stroke-width: 1; }
svg .outline { fill: none; stroke: var(--quiet); stroke-width: 1; }
svg .line { stroke: var(--ink); stroke-width: 1.5; fill: none; }
svg .axis { stroke: var(--rule); stroke-width: 1; }
svg .goal { stroke: var(--warn); stroke-width: 2; stroke-dasharray: 5 3; }
svg .mark { stroke: var(--warn); stroke-width: 3; }
svg .over, svg .axis, svg .goal, svg .mark { vector-effect: non-scaling-stroke; }
.weeks { display: grid; grid-template-columns: 11rem 1fr; gap: .15rem .75rem; align-items: end; }
.weeks svg { display: block; width: 100%; height: 2.6rem; }
.weeks span { font-size: .9rem; line-height: 1.25; }
.weeks small { display: block; color: var(--quiet); }
.ends { display: flex; justify-content: space-between; color: var(--quiet); font-size: .85rem; }
.key { display: flex; flex-wrap: wrap; gap: .2rem 1.25rem; font-size: .9rem; color: var(--quiet); margin-top: .35rem; }
.key span { display: inline-flex; align-items: center; gap: .4rem; }
.key svg { width: .9rem; height: .9rem; }
dl { margin: .5rem 0; }
dt { font-weight: 600; margin-top: .6rem; }
dd { margin: 0; max-width: 46rem; }
footer { margin-top: 2.5rem; border-top: 1px solid var(--rule); padding-top: .5rem; }
@page { margin: 15mm 14mm; }
@media print {
  html { font-size: 9.5pt; }
  body { line-height: 1.4; }
  main { max-width: none; padding: 0; }
  .wide { overflow: visible; }
  h2 { margin-top: 1.4rem; }
  h1, h2, h3, caption { break-after: avoid; }
  tr, figure, .verdict, .figures, .keep { break-inside: avoid; }
  dt { break-after: avoid; }
  dd, p { orphans: 3; widows: 3; }
  thead { display: table-header-group; }
  th, td { padding-top: .12rem; padding-bottom: .12rem; }
  .dense { font-size: 8pt; }
  .dense th:not(:last-child), .dense td:not(:last-child) { padding-right: .4rem; }
  .dense thead th { font-size: 7.5pt; }
  .dense td:not(.number, .bar) { min-width: 4.5rem; }
  .dense tbody th { min-width: 7rem; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""

POLICY = f"default-src 'none'; style-src 'sha256-{b64encode(sha256(CSS.encode()).digest()).decode()}'"
"""What a browser may load: nothing but the style above. No script runs, no address is asked for anything."""
