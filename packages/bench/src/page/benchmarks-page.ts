import { type Bar, type Verdict, verdictOf } from '../bars/bar.ts';
import { barGroups } from '../bars/bars.ts';
import { whyMissed } from '../bars/why-missed.ts';
import { plots } from '../plots/plots.ts';
import { ours, type Results } from '../results.ts';
import { barTable } from './bar-table.ts';
import { heldByTests } from './held-by-tests.ts';

const note =
  '<!-- Made from packages/bench/results.json by `pnpm bench`. Measure anew instead of editing it. -->';

/** docs/benchmarks.md, from what was measured and nothing else. */
export function benchmarksPage(results: Results): string {
  const sections = barGroups.flatMap((group) => [
    `## ${group.title}`,
    group.intro,
    ...plots
      .filter(({ part, figures }) => part === group.part && figures.every((id) => id in results.figures))
      .map(({ file, alt }) => `![${alt(results)}](benchmarks/${file})`),
    barTable(group, results),
    `Measured by \`pnpm bench ${group.part}\`.`,
  ]);
  const all = [note, '# Benchmarks', ...summary(results), ...sections, ...heldByTests(), ...method(results)];
  return `${all.join('\n\n')}\n`;
}

function summary({ figures, machine, loadBefore }: Results): readonly string[] {
  const bars = barGroups.flatMap((group) => group.bars);
  const verdicts = bars.map((bar) => ({ bar, verdict: verdictOf(bar, figures[bar.figure], ours) }));
  const count = (...wanted: readonly Verdict[]) =>
    verdicts.filter(({ verdict }) => wanted.includes(verdict)).length;
  const missed = verdicts.filter(({ verdict }) => verdict === 'missed');
  const isBusy = loadBefore > machine.cores / 2;
  const met = count('met', 'stretch');
  const stretch = count('stretch');
  return [
    `What the kit promises about speed and size, measured beside other programs in the same run: **${met} of ${met + missed.length} bars are met**${stretch > 0 ? `, ${stretch} of them up to the stretch goal` : ''}. A ratio says how many times the peer’s figure ours is: of time, bytes and memory less is better.`,
    ...(isBusy ? [busy(loadBefore, machine.cores)] : []),
    ...(missed.length === 0 ? [] : [missed.map(({ bar }) => missedLine(bar, isBusy)).join('\n')]),
  ];
}

function busy(load: number, cores: number): string {
  return `**The machine was busy with other work** (a load of ${load} on ${cores} cores before it began): times are longer than they would be, and a bar may be missed that a quiet machine meets. The ratios stand.`;
}

function missedLine({ figure, title }: Bar, isBusy: boolean): string {
  const unknown = isBusy ? 'A quiet machine has to say whether it is.' : 'Why is not known yet.';
  return `- Missed: ${title}. ${whyMissed[figure] ?? unknown}`;
}

function method({ measuredOn, machine }: Results): readonly string[] {
  const { processor, cores, memory, system, node } = machine;
  return [
    '## How it is measured',
    [
      '- `pnpm bench` builds the kit, installs and bundles the peers (packages/bench/peers, a workspace of its own that nothing else installs), measures, and writes this page and its plots from packages/bench/results.json. `pnpm bench keys` measures one part anew and keeps the rest.',
      '- Contenders take turns within every round, and who begins changes from round to round. A ratio is the median of the ratios of single rounds, so that a machine that is slow for a while is slow for both. Warm-up rounds do not count.',
      '- Figures are medians where nothing else is said; p95 is what 95 of 100 runs stay at or below. 1 kB is 1000 bytes. Trust the ratios more than the milliseconds.',
      '- Programs for terminals run in real pseudo-terminals, servers over real streams and sockets.',
    ].join('\n'),
    `Measured on ${measuredOn}: ${processor}, ${cores} cores, ${memory} of memory, ${system}, Node ${node}.`,
  ];
}
