import { type Budget, budgetGroups, type Unit, type Verdict, verdictOf } from './budgets.ts';
import { type Figure, ours, type Results } from './results.ts';

const note = '<!-- Made from packages/bench/results.json by `pnpm bench`. Do not edit it by hand. -->';

const verdictLabels: Readonly<Record<Verdict, string>> = {
  met: '✓ met',
  stretch: '✓ met, stretch too',
  missed: '✗ **missed**',
  'not measured': '',
};

/** Why a budget is missed, by figure. */
const whyMissed: Readonly<Record<string, string>> = {
  dialog:
    'Two of five windows took at most 125 ms, the others 217 to 486. Each window had just opened, and the language servers start in it at that moment. What the question itself waits for is not known yet.',
};

/** docs/benchmarks.md, from the results and nothing else. */
export function benchmarksPage(results: Results): string {
  const sections = budgetGroups.flatMap(({ part, title, intro, budgets }) => [
    `## ${title}`,
    `${intro} Measured by \`pnpm bench ${part}\`.`,
    table(budgets, results),
  ]);
  return `${[note, '# Benchmarks', ...summary(results), ...sections, ...method(results)].join('\n\n')}\n`;
}

function summary({ figures, machine, loadBefore }: Results): readonly string[] {
  const verdicts = budgetGroups
    .flatMap(({ budgets }) => budgets)
    .map((budget) => ({ budget, verdict: verdictOf(budget, figures[budget.figure]) }));
  const count = (...wanted: readonly Verdict[]) =>
    verdicts.filter(({ verdict }) => wanted.includes(verdict)).length;
  const missed = verdicts.filter(({ verdict }) => verdict === 'missed');
  const isBusy = loadBefore > machine.cores / 2;
  const stretch = count('stretch') > 0 ? `, ${count('stretch')} of them up to the stretch goal` : '';
  const met = count('met', 'stretch');
  return [
    `**${met} of ${met + missed.length} budgets are met**${stretch}.`,
    ...(isBusy ? [busyWarning(loadBefore, machine.cores)] : []),
    ...(missed.length === 0 ? [] : [missed.map(({ budget }) => missedLine(budget, isBusy)).join('\n')]),
  ];
}

function busyWarning(load: number, cores: number): string {
  return `**The machine was busy with other work** (a load of ${load} on ${cores} cores at the start). Times are longer than on a quiet machine; run the benchmark again before you rely on one.`;
}

function missedLine({ figure, title }: Budget, isBusy: boolean): string {
  const unknown = isBusy ? 'Measure it again on a quiet machine.' : 'The cause is not known yet.';
  return `- Missed: ${title}. ${whyMissed[figure] ?? unknown}`;
}

function table(budgets: readonly Budget[], { figures }: Results): string {
  const head = ['budget', 'measured', 'min – max', 'beside it', 'verdict'];
  const rows = budgets.map((budget) => row(budget, figures[budget.figure]));
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function row(budget: Budget, figure: Figure | undefined): readonly string[] {
  const own = figure?.measured[ours];
  if (figure === undefined || own === undefined) return [budget.title, 'not measured', '', '', ''];
  return [
    budget.title,
    `**${formatNumber(own[budget.statistic], budget.unit)}**`,
    own.n === 1 ? '' : `${formatNumber(own.min, '')} – ${formatNumber(own.max, '')} (n = ${own.n})`,
    Object.entries(figure.ratios)
      .map(([peer, ratio]) => beside(peer, figure.measured[peer]?.median ?? 0, ratio.median, budget.unit))
      .join(', '),
    verdictLabels[verdictOf(budget, figure)],
  ];
}

function beside(peer: string, median: number, ratio: number, unit: Unit): string {
  return `${peer} ${formatNumber(median, unit)} (${ratio.toFixed(1)}×)`;
}

/** Three digits and the unit: `4.79 ms`, `245 ms`. */
export function formatNumber(value: number, unit: Unit): string {
  const digits = Number(value.toPrecision(3)).toLocaleString('en-US');
  return unit === '' ? digits : `${digits} ${unit === 'bytes' ? 'B' : unit}`;
}

function method({ measuredOn, machine }: Results): readonly string[] {
  const { processor, cores, memory, system, node } = machine;
  return [
    '## How it is measured',
    [
      '- `pnpm bench` builds, measures, and writes this page from packages/bench/results.json. `pnpm bench keys` measures one part again and keeps the rest.',
      '- Figures are medians unless the budget says p95, which 95 of 100 runs stay at or below. 1 kB is 1000 bytes. Warm-up rounds do not count.',
      '- A ratio is the median of the ratios of single rounds. The two programs take turns, so that a slow moment slows both.',
      '- Programs for terminals run in real pseudo-terminals, servers over real streams.',
    ].join('\n'),
    `Measured on ${measuredOn}: ${processor}, ${cores} cores, ${memory} of memory, ${system}, Node ${node}.`,
  ];
}
