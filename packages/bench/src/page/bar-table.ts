import { type Bar, type BarGroup, type Verdict, verdictOf } from '../bars/bar.ts';
import { type Figure, ours, type Results } from '../results.ts';
import { numberText, ratioText } from './number-text.ts';

const verdictWords: Readonly<Record<Verdict, string>> = {
  met: '✓ met',
  stretch: '✓ met, stretch too',
  missed: '✗ **missed**',
  informs: '',
  'not measured': '',
};

const head = ['bar', 'ours', 'min – max', 'beside it', 'ours ÷ theirs', 'verdict'];

/** A group's bars as a table: the kit's figure, its peers', the ratios taken round by round, and whether it holds. */
export function barTable(group: BarGroup, { figures }: Results): string {
  const rows = group.bars.map((bar) => barRow(bar, figures[bar.figure]));
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function barRow(bar: Bar, figure: Figure | undefined): readonly string[] {
  const own = figure?.measured[ours];
  if (figure === undefined || own === undefined) return [bar.title, 'not measured', '', '', '', ''];
  const peers = Object.entries(figure.measured).filter(([name]) => name !== ours);
  const range = own.n === 1 ? '' : `${numberText(own.min, '')} – ${numberText(own.max, '')} (n = ${own.n})`;
  return [
    bar.title,
    `**${numberText(own[bar.statistic], bar.unit)}**`,
    range,
    peers.map(([name, summary]) => `${name} ${numberText(summary[bar.statistic], bar.unit)}`).join('<br>'),
    peers.map(([name]) => ratioOf(figure, name)).join('<br>'),
    verdictWords[verdictOf(bar, figure, ours)],
  ];
}

function ratioOf(figure: Figure, peer: string): string {
  const ratio = figure.ratios[peer];
  return ratio === undefined ? '–' : ratioText(ratio.median);
}
