import type { Summary } from '../statistics/summary.ts';
import { niceTicks } from './nice-ticks.ts';

export interface PlotRow {
  readonly label: string;
  readonly summary: Summary;
  readonly isOurs: boolean;
  /** The bar for this row, if it has one. */
  readonly limit?: number | undefined;
}

export interface RangePlot {
  readonly title: string;
  readonly unit: string;
  readonly rows: readonly PlotRow[];
}

type Scale = (value: number) => number;

const width = 760;
const left = 250;
const right = 80;
const top = 48;
const rowHeight = 26;

/** Follows the reader's light or dark, and brings its own background: readable wherever it is shown. */
const style = `
  .back { fill: #ffffff; } .text { fill: #1f2328; } .faint { fill: #59636e; } .grid { stroke: #d1d9e0; }
  .ours { stroke: #0969da; fill: #0969da; } .theirs { stroke: #818b98; fill: #818b98; } .limit { stroke: #bc4c00; }
  @media (prefers-color-scheme: dark) {
    .back { fill: #0d1117; } .text { fill: #e6edf3; } .faint { fill: #9198a1; } .grid { stroke: #30363d; }
    .ours { stroke: #4493f8; fill: #4493f8; } .theirs { stroke: #7d8590; fill: #7d8590; } .limit { stroke: #f0883e; }
  }
  text { font: 13px system-ui, sans-serif; stroke: none; } .bold { font-weight: 600; }
`;

/** Rows on one scale from zero: a line from the least to p95, a dot at the median, a mark where the bar is. */
export function rangePlot({ title, unit, rows }: RangePlot): string {
  const ticks = niceTicks(Math.max(...rows.flatMap(({ summary, limit }) => [summary.p95, limit ?? 0])));
  const end = ticks.at(-1) ?? 1;
  const bottom = top + rows.length * rowHeight;
  const height = bottom + 34;
  const x: Scale = (value) => Math.round((left + (value / end) * (width - left - right)) * 10) / 10;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(title)}">`,
    `<style>${style}</style>`,
    `<rect class="back" width="${width}" height="${height}" rx="8"/>`,
    `<text class="text bold" x="16" y="26">${escapeXml(title)}</text>`,
    ...ticks.flatMap((tick) => [
      `<path class="grid" d="M${x(tick)} ${top - 6}V${bottom}"/>`,
      `<text class="faint" x="${x(tick)}" y="${bottom + 20}" text-anchor="middle">${numeral(tick)}${tick === end ? ` ${unit}` : ''}</text>`,
    ]),
    ...rows.flatMap((row, index) => rowSvg(row, top + (index + 0.5) * rowHeight, x)),
    '</svg>',
    '',
  ].join('\n');
}

function rowSvg({ label, summary, isOurs, limit }: PlotRow, y: number, x: Scale): readonly string[] {
  const { min, median, p95 } = summary;
  const name = isOurs ? 'ours' : 'theirs';
  return [
    `<text class="text${isOurs ? ' bold' : ''}" x="${left - 14}" y="${y + 4}" text-anchor="end">${escapeXml(label)}</text>`,
    `<path class="${name}" d="M${x(min)} ${y}H${x(p95)}" stroke-width="5" stroke-linecap="round" stroke-opacity="0.45"/>`,
    ...(limit === undefined
      ? []
      : [
          `<path class="limit" d="M${x(limit)} ${y - 11}V${y + 11}" stroke-width="2" stroke-dasharray="3 2"/>`,
        ]),
    `<circle class="${name}" cx="${x(median)}" cy="${y}" r="5"/>`,
    `<text class="faint" x="${labelPlace(x(p95), limit === undefined ? undefined : x(limit))}" y="${y + 4}">${numeral(median)}</text>`,
  ];
}

/** Behind the line, and behind the bar's mark where that would stand in the label. */
function labelPlace(lineEnd: number, mark: number | undefined): number {
  const place = lineEnd + 10;
  return mark !== undefined && mark > place - 6 && mark < place + 44 ? mark + 8 : place;
}

function numeral(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en-US');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
