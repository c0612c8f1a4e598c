import type { Bar } from '../bars/bar.ts';
import { barGroups } from '../bars/bars.ts';
import { serverSizes } from '../bars/editor-bars.ts';
import { numberText } from '../page/number-text.ts';
import { ours, type Results } from '../results.ts';
import { type PlotRow, rangePlot } from './range-plot.ts';

/** A picture on the page. */
export interface Plot {
  readonly file: string;
  /** The part of the page that it stands in. */
  readonly part: string;
  /** What it needs to be drawn. */
  readonly figures: readonly string[];
  readonly svg: (results: Results) => string;
  /** The same in words. */
  readonly alt: (results: Results) => string;
}

export const plots: readonly Plot[] = [
  plotOf('start', 'first-frame.svg', 'First interactive frame', { 'first-frame': '' }),
  plotOf('keys', 'key-bytes.svg', 'Bytes written for a key', { 'key-bytes': '' }),
  plotOf('terminal', 'memory.svg', 'Peak memory', { memory: '' }),
  plotOf(
    'server',
    'diagnostics.svg',
    'Diagnostics after an edit, by size of the file',
    Object.fromEntries(serverSizes.map((size) => [`diagnostics-${size}`, `, ${size} KB`])),
  ),
  plotOf('core', 'create.svg', 'One create over a real socket', { create: '' }),
];

/** All contenders of some figures, each figure with what its labels end in. */
function plotOf(part: string, file: string, title: string, endings: Readonly<Record<string, string>>): Plot {
  const figures = Object.keys(endings);
  const bars = figures.map(barOf);
  const unit = bars[0]?.unit ?? '';
  const statistic = bars[0]?.statistic === 'p95' ? 'p95' : 'the median';
  const mark = bars.some(limitOf) ? `; dashed: the bar for ${statistic}` : '';
  const rows = (results: Results) => bars.flatMap((bar) => rowsOf(results, bar, endings[bar.figure] ?? ''));
  return {
    file,
    part,
    figures,
    svg: (results) => rangePlot({ title: `${title}${mark}`, unit, rows: rows(results) }),
    alt: (results) => {
      const medians = rows(results).map(
        ({ label, summary }) => `${label}: ${numberText(summary.median, unit)}`,
      );
      return `${title}, medians. ${medians.join('; ')}.`;
    },
  };
}

function rowsOf({ figures }: Results, bar: Bar, ending: string): readonly PlotRow[] {
  return Object.entries(figures[bar.figure]?.measured ?? {}).map(([name, summary]) => ({
    label: `${name === ours ? 'this kit' : name}${ending}`,
    summary,
    isOurs: name === ours,
    limit: name === ours ? limitOf(bar) : undefined,
  }));
}

function limitOf({ limits }: Bar): number | undefined {
  return limits.find(({ kind }) => kind === 'at-most')?.value;
}

function barOf(figure: string): Bar {
  const bar = barGroups.flatMap(({ bars }) => bars).find((one) => one.figure === figure);
  if (bar === undefined) throw new Error(`No bar is about ${figure}.`);
  return bar;
}
