import type { Tallies, Tally } from './tally.ts';

const columns = [
  'runs',
  'yes',
  'no',
  'unknown',
  'none',
  'resolved',
  'unresolved',
  'drafts',
  'wrong',
] as const;

/** A table in Markdown, which can be read as it is; one row a name, in this order, and one for all. */
export function tableOf(heading: string, names: readonly string[], { byName, all }: Tallies): string {
  const rows = names.flatMap((name) => {
    const tally = byName.get(name);
    return tally ? [[name, ...numbers(tally)]] : [];
  });
  const lines = [[heading, ...columns], ...rows, ['**all**', ...numbers(all)]];
  const widths = [heading, ...columns].map((_, column) =>
    Math.max(3, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const [head = '', ...body] = lines.map((line) => row(line, widths));
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [head, rule, ...body, ''].join('\n');
}

function numbers(tally: Tally): string[] {
  return columns.map((column) => String(tally[column]));
}

function row(cells: readonly string[], widths: readonly number[]): string {
  const padded = cells.map((cell, column) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
  );
  return `| ${padded.join(' | ')} |`;
}
