import { basename, resolve } from 'node:path';
import { pauseFor } from '@helpcrunch-customer-kit/core';
import {
  createPacer,
  type ImportOutcome,
  linesLabel,
  outcomeOfStop,
  type RunEvent,
  type StopReason,
  stopMessage,
  type Totals,
} from '@helpcrunch-customer-kit/import';
import { type Results, sha256, writeRun, writeRunResults } from '@helpcrunch-customer-kit/import/node';
import { checkWords } from '../../non-interactive/next-steps.ts';
import { wrapLines } from '../../render/layout.ts';
import { type CommandEnd, errorIssue } from '../command.ts';
import { importEnd } from './import-end.ts';
import type { ImportJob, PlannedRun } from './import-job.ts';
import { resultLines } from './import-lines.ts';
import { importProgress } from './import-progress.ts';
import { diskMessage, saveMapping } from './write-access.ts';

/** Sends the rows of a planned run, and writes its results; `folder` remembers the runs of the account. */
export async function sendRows(job: ImportJob, planned: PlannedRun, folder?: string): Promise<CommandEnd> {
  const { plan, store, left, again, keeps, record } = planned;
  const place = record && folder !== undefined ? { folder, record } : undefined;
  const { options, context, session, account, ledgers, prompts } = job;
  if (!account) throw new Error('an account was found before anything is sent');
  const began = performance.now();
  if (place) await writeRun(place.folder, place.record);
  await saveMapping(context, session.mapping);
  const total = Math.min(plan.toCreate, options.limit ?? plan.toCreate) + plan.totals.unknown;
  const progress = importProgress({
    stderr: context.process.stderr,
    block: options.jsonProgress ? undefined : await prompts?.openBlock?.(),
    account,
    total,
    rate: options.rate,
    isJson: options.jsonProgress,
    stop: context.signal,
    hide: context.redactor.hide,
  });
  const refusals = collectRefusals();
  let stopped: StopReason | undefined;
  try {
    stopped = await session.run({
      account: { ...account, connection: context.adjust(account.connection) },
      ledger: ledgers.of(account),
      store,
      left,
      again,
      hash: sha256,
      existing: options.existing,
      pacer: createPacer({ rate: options.rate, clock: () => performance.now(), pause: pauseFor }),
      pause: pauseFor,
      limit: options.limit,
      stop: context.signal,
      abort: context.secondInterrupt,
      onEvent(event) {
        progress.onEvent(event);
        refusals.add(event);
      },
    });
  } finally {
    await progress.end();
  }
  await ledgers.idle();
  const outcomeOf = ({ pending }: Totals) => (pending > 0 && !stopped ? 'paused' : outcomeOfStop(stopped));
  const out = options.out === undefined ? undefined : resolve(options.out);
  let results: Pick<Results, 'totals' | 'files'>;
  try {
    results = await writeRunResults(session, store, { place, out, keeps, outcomeOf });
  } catch (error) {
    const cause = diskMessage(error);
    if (cause === undefined) throw error;
    return withoutResults(job, planned, cause);
  }
  const { totals, files } = results;
  const outcome = outcomeOf(totals);
  const durationSeconds = Math.round((performance.now() - began) / 100) / 10;
  const facts = {
    outcome,
    run: place?.record.run,
    account,
    totals,
    plan,
    mapping: session.mapping,
    files,
    durationSeconds,
  };
  return {
    ...importEnd(facts),
    lines: options.json
      ? []
      : [...resultLines(totals, files), ...wrapLines(refusals.lines(), context.columns)],
    issues: stopped ? [errorIssue(stopped.kind, stopMessage(stopped))] : [],
    next: nextSteps(outcome, job, { stopped, hasUnknown: totals.unknown > 0, failed: files.failed }),
  };
}

/** So many kinds are shown; the file of the rows that failed has all. */
const [maxRefusals, maxLines] = [5, 5];

/** Why HelpCrunch refused rows, a line for each reason. */
function collectRefusals() {
  const byMessage = new Map<string, { count: number; readonly lines: number[] }>();
  return {
    add(event: RunEvent) {
      if (event.kind !== 'row' || event.result.state !== 'failed') return;
      const { message } = event.result;
      const group = byMessage.get(message) ?? { count: 0, lines: [] };
      byMessage.set(message, group);
      group.count += 1;
      if (group.lines.length < maxLines) group.lines.push(event.row.row.line);
    },
    lines: () =>
      [...byMessage]
        .toSorted(([, one], [, other]) => other.count - one.count)
        .slice(0, maxRefusals)
        .map(
          ([message, { count, lines }]) =>
            `✗ ${linesLabel({ count, lines: lines.toSorted((one, other) => one - other) })}: ${message}`,
        ),
  };
}

/** Everything that was sent is remembered, and its result files can be written by the same command. */
async function withoutResults(
  { options, context, session, account }: ImportJob,
  { store, record }: PlannedRun,
  cause: string,
): Promise<CommandEnd> {
  const { existing, rate } = options;
  const plan = await session.plan({ store, existing, hash: sha256, rate });
  const { totals } = plan;
  const facts = { run: record?.run, account, totals, plan, mapping: session.mapping };
  const lines = options.json ? [] : resultLines(totals, {});
  const message = `The result files can't be written. ${cause} What was sent is remembered.`;
  return {
    ...importEnd({ ...facts, outcome: 'paused' }),
    exitCode: 74,
    retryable: false,
    lines,
    issues: [errorIssue('results-not-writable', message)],
    next: [`Make room, then run again: ${context.command(context.argv)}`],
  };
}

function nextSteps(
  outcome: ImportOutcome,
  { context, account, options: { path, out, sandbox } }: ImportJob,
  {
    stopped,
    hasUnknown,
    failed,
  }: {
    readonly stopped: StopReason | undefined;
    readonly hasUnknown: boolean;
    /** The file with the rows that failed. */
    readonly failed: string | undefined;
  },
): string[] {
  const again = context.command(context.argv.filter((word) => word !== '--new-run'));
  if (stopped && 'ledgerId' in stopped) {
    const { ledgerId } = stopped;
    const forget = context.command(['history', 'forget', ledgerId]);
    return [
      ...checkWords(ledgerId, sandbox).map(
        (words) => `To look for the customer, run: ${context.command(words)}`,
      ),
      `To import without knowing what became of it, run: ${forget}`,
      `To continue, run: ${again}`,
    ];
  }
  if (outcome === 'completed') {
    const unlike = /^--(?:run=|limit=|new-run$|again$)/;
    const words = context.argv
      .filter((word) => !unlike.test(word))
      .map((word) => (word === path && failed !== undefined ? failed : word));
    const map =
      out === undefined || words.some((word) => word.startsWith('--map='))
        ? []
        : [`--map=${context.mappingPath}`];
    return [
      ...(hasUnknown ? [`To look for the unknown customers again, run: ${again}`] : []),
      ...(failed === undefined
        ? []
        : [`Fix the rows of ${basename(failed)}, then run: ${context.command([...words, ...map])}`]),
    ];
  }
  // A sandbox in this process ends with it, and what was created there is gone.
  return [`To ${account?.ledgerAccount ? 'continue' : 'start again'}, run: ${again}`];
}
