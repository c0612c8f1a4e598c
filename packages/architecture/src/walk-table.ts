import { oneCreate, type Stretch } from './one-create.ts';

/** One create's way as Markdown: a table a stretch, each step linked to the file that takes it. */
export function walkTables(): string {
  return `${oneCreate.map(table).join('\n')}`;
}

function table({ title, steps }: Stretch): string {
  const rows = steps.map(
    ({ file, calls, does }) => [`[\`${calls}\`](../packages/core/src/${file})`, does] as const,
  );
  const cells = [['step', 'does'] as const, ...rows];
  const [left, right] = [0, 1].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = ([step, does]: readonly [string, string]) =>
    `| ${step.padEnd(left ?? 0)} | ${does.padEnd(right ?? 0)} |`;
  const [head, ...body] = cells.map(line);
  const rule = `| ${'-'.repeat(left ?? 0)} | ${'-'.repeat(right ?? 0)} |`;
  return `### ${title}\n\n${[head, rule, ...body].join('\n')}\n`;
}
