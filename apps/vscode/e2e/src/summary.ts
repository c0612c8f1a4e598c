import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Host } from './host.ts';
import { repositoryFolder } from './places.ts';

export interface Failure {
  readonly host: Host['kind'];
  /** Of the scenario. */
  readonly name: string;
  readonly error: unknown;
  /** The path of a screenshot of that moment. */
  readonly screenshot?: string;
}

/** Each failure with the command that repeats it, and what failed at the first attempt only; one sentence when all passed. */
export function summary(count: number, failures: readonly Failure[], retried: readonly Failure[]): string {
  const flaky = retried.flatMap((failure) => [
    `\nPassed at the second attempt only, ${failure.host}: ${failure.name}`,
    ...failureLines(failure),
  ]);
  if (failures.length === 0) return [`All ${count} end-to-end scenarios passed.`, ...flaky].join('\n');
  return [
    `${failures.length} of ${count} end-to-end scenarios failed. Run one alone from the root of the repository.`,
    ...failures.flatMap((failure) => [`\n✗ ${failure.host}: ${failure.name}`, ...failureLines(failure)]),
    ...flaky,
  ].join('\n');
}

function failureLines({ host, name, error, screenshot }: Failure): string[] {
  return [
    ...reasonLines(error),
    `  ${screenshot ? relative(repositoryFolder, screenshot) : 'no screenshot: the window did not answer'}`,
    `  npx -y pnpm --filter ./apps/vscode exec node scripts/test-e2e.mts ${host} ${JSON.stringify(name)}`,
  ];
}

/** The error with its call log and stack, without colors. */
export function plainStack(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return stripVTControlCharacters(text);
}

/** The first line of the error, what Playwright waited for, and the line of the scenario. */
function reasonLines(error: unknown): string[] {
  if (!(error instanceof Error)) return [`  ${String(error)}`];
  const stack = plainStack(error);
  const [first = ''] = stripVTControlCharacters(error.message).split('\n');
  const waitedFor = /waiting for .*/.exec(stack)?.[0];
  const at = /[^\s(]*e2e\/src\/scenarios\/[^\s)]*/.exec(stack)?.[0];
  return [first, waitedFor, at && `at ${at.replace('file://', '')}`]
    .filter((line) => line !== undefined && line !== '')
    .map((line) => `  ${line}`);
}
