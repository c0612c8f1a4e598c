import { type Budget, formatNumber, type Part, targetOf, type Verdict, verdictOf } from './budget.ts';
import { type Figure, ours, type Results } from './results.ts';

const note = '<!-- Made from packages/bench/results.json by `pnpm bench`. Do not edit it by hand. -->';

const verdictLabels: Readonly<Record<Verdict, string>> = {
  met: '✓',
  missed: '✗ **missed**',
  'not measured': '–',
  'no target': '',
};

/** docs/benchmarks.md, from the results, and why budgets are missed by the ids of their figures. */
export function benchmarksPage(
  parts: readonly Part[],
  results: Results,
  whyMissed: Readonly<Record<string, string>>,
): string {
  const head = ['what', 'measured', 'beside it', 'target', ''];
  const rows = parts.flatMap(({ name, title, budgets }) => [
    [`**${title}** (\`pnpm bench ${name}\`)`, '', '', '', ''],
    ...budgets.map((budget) => row(budget, results.figures[budget.figure])),
  ]);
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const text = [note, '# Benchmarks', ...summary(parts, results, whyMissed), table, ...method(results)];
  return `${text.join('\n\n')}\n`;
}

/** The same rows for a terminal: what, measured, beside it, target, verdict. */
export function benchmarksText(parts: readonly Part[], results: Results): string {
  const rows = parts.flatMap(({ title, budgets }) => [
    [title],
    ...budgets.map((budget) => {
      const figure = results.figures[budget.figure];
      const label = { met: '✓ met', missed: '✗ missed', 'not measured': '–', 'no target': '' };
      return [
        `  ${budget.title}`,
        shown(budget, figure),
        beside(budget, figure),
        targetOf(budget),
        label[verdictOf(budget, figure)],
      ];
    }),
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

function summary(
  parts: readonly Part[],
  { figures, machine, loadBefore }: Results,
  whyMissed: Readonly<Record<string, string>>,
): readonly string[] {
  const budgets = parts.flatMap((part) => part.budgets);
  const having = (verdict: Verdict) =>
    budgets.filter((budget) => verdictOf(budget, figures[budget.figure]) === verdict);
  const missed = having('missed');
  const met = having('met').length;
  return [
    `**${met} of ${met + missed.length} targets are met.**`,
    ...(loadBefore > machine.cores / 2 ? [busyWarning(loadBefore, machine.cores)] : []),
    ...(missed.length === 0 ? [] : [missed.map((budget) => missedLine(budget, whyMissed)).join('\n')]),
  ];
}

function busyWarning(load: number, cores: number): string {
  return `**The machine was busy with other work** (a load of ${load} on ${cores} cores at the start). Times are longer than on a quiet machine, and ratios to a short program come out too small: run the benchmark again before you rely on one.`;
}

function missedLine(budget: Budget, whyMissed: Readonly<Record<string, string>>): string {
  const why = whyMissed[budget.figure] ?? 'The cause is not known yet.';
  return `- Missed: ${budget.title} ${targetOf(budget)}. ${why}`;
}

function row(budget: Budget, figure: Figure | undefined): readonly string[] {
  const own = figure?.measured[ours];
  return [
    budget.title,
    own === undefined ? 'not measured' : `**${shown(budget, figure)}**`,
    beside(budget, figure),
    targetOf(budget),
    verdictLabels[verdictOf(budget, figure)],
  ];
}

function shown({ unit, statistic }: Budget, figure: Figure | undefined): string {
  const own = figure?.measured[ours];
  return own === undefined ? 'not measured' : formatNumber(own[statistic], unit);
}

function beside({ unit }: Budget, figure: Figure | undefined): string {
  return Object.entries(figure?.ratios ?? {})
    .map(([peer, ratio]) => {
      const median = figure?.measured[peer]?.median ?? 0;
      return `${ratio.median.toFixed(ratio.median < 1 ? 2 : 1)}× ${peer} (${formatNumber(median, unit)})`;
    })
    .join(', ');
}

function method({ measuredOn, machine }: Results): readonly string[] {
  const { processor, cores, memory, system, node } = machine;
  return [
    'Medians, or p95 where the row says so. A ratio is the median of the ratios of single rounds, in which the programs take turns. 1 kB is 1000 bytes. Programs for terminals run in pseudo-terminals, servers over real streams and sockets.',
    `Measured on ${measuredOn}: ${processor}, ${cores} cores, ${memory} of memory, ${system}, Node ${node}.`,
  ];
}
