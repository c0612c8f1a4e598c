import { access, constants, mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pauseFor } from '@helpcrunch-customer-kit/core';
import {
  createMemoryRunStore,
  createPacer,
  type ImportOutcome,
  type ImportPlan,
  mappingFileText,
  mappingQuestionMessage,
  outcomeOfStop,
  type RunStore,
  type StopReason,
  stopMessage,
  TableError,
  type Totals,
} from '@helpcrunch-customer-kit/import';
import {
  FileRunStore,
  ImportSession,
  mapImport,
  openRun,
  type ReadImport,
  type RunPlace,
  readImport,
  sha256,
  writeRun,
  writeRunResults,
} from '@helpcrunch-customer-kit/import/node';
import { type Account, createLedgers, withImportFolder } from '@helpcrunch-customer-kit/local';
import { type CommandEnd, errorIssue } from '../command.ts';
import type { CommandContext } from '../reporting-command.ts';
import { askConsent } from './ask-consent.ts';
import { findAccount } from './import-account.ts';
import { importEnd, unreadable } from './import-end.ts';
import { mappingLines, number, planLines, problemLines, resultLines } from './import-lines.ts';
import type { ImportOptions } from './import-options.ts';
import { importProgress } from './import-progress.ts';

export interface ImportCommandContext extends CommandContext {
  readonly mappingPath: string;
  /** This command line, to be shown as one that goes on. */
  readonly argv: readonly string[];
}

/** Reads, maps and checks a file, and sends its customers once that was consented to. */
export async function runImportCommand(
  options: ImportOptions,
  context: ImportCommandContext,
): Promise<CommandEnd> {
  let read: ReadImport;
  try {
    read = await readImport(options.path, options);
  } catch (error) {
    return unreadable(options.path, error);
  }
  const { mapping, questions } = mapImport(read, options.choices);
  if (questions.length > 0) {
    const issues = questions.map((question) => errorIssue(question.kind, mappingQuestionMessage(question)));
    return {
      ...importEnd({ outcome: 'invalid', mapping }),
      lines: options.json ? [] : mappingLines(mapping),
      issues,
    };
  }
  const session = new ImportSession(read, mapping, {
    now: Date.now(),
    defaults: options.defaults,
    equalRows: options.equalRows,
  });
  try {
    const found = options.dryRun ? undefined : await findAccount(options, context);
    if (found && 'end' in found) return found.end;
    const job: Job = { options, context, session, account: found?.account };
    const ledgerAccount = found?.account.ledgerAccount;
    if (!ledgerAccount) return await planAndRun(job, createMemoryRunStore(), undefined);
    return await withImportFolder(
      ledgerAccount,
      { process: context.process, takeOver: options.takeOver },
      (folder) => inFolder(job, folder),
    );
  } catch (error) {
    if (error instanceof TableError) return unreadable(options.path, error);
    if (error instanceof Error && error.name === 'LedgerProblem') {
      return { ...importEnd({ outcome: 'paused' }), issues: [errorIssue('locked', error.message)] };
    }
    throw error;
  }
}

interface Job {
  readonly options: ImportOptions;
  readonly context: ImportCommandContext;
  readonly session: ImportSession;
  readonly account: Account | undefined;
}

async function inFolder(job: Job, folder: string): Promise<CommandEnd> {
  const record = await openRun(folder, resolve(job.options.path), new Date());
  using store = new FileRunStore(`${folder}/rows.jsonl`, record.run);
  return await planAndRun(job, store, { folder, record });
}

async function planAndRun(job: Job, store: RunStore, place: RunPlace | undefined): Promise<CommandEnd> {
  const { options, context, session, account } = job;
  const { existing, rate, json, skipInvalid, dryRun } = options;
  const { mapping } = session;
  const plan = await session.plan({ store, existing, hash: sha256, rate });
  const summary = [...mappingLines(mapping), ...problemLines(plan), ...planLines(plan, account, rate)];
  const facts = { mapping, plan, account };
  if (dryRun) return { ...importEnd({ ...facts, outcome: 'planned' }), lines: json ? [] : summary };
  if (plan.totals.invalid > 0 && !skipInvalid) {
    const command = context.command([...context.argv, '--skip-invalid']);
    return {
      ...importEnd({ ...facts, outcome: 'invalid' }),
      lines: json ? [] : summary,
      issues: [errorIssue('invalid-rows', invalidMessage(plan.totals.invalid))],
      next: [`Fix them, or send the others with: ${command}`],
    };
  }
  if (!options.yes && plan.toCreate > 0) {
    const consent = account
      ? await askConsent(plan, summary, { account, context, json })
      : ('needs-confirmation' as const);
    if (consent !== 'yes')
      return { ...importEnd({ ...facts, outcome: consent }), ...consentNext(consent, job, summary) };
  } else if (!json) for (const line of summary) context.note(line);
  const out = options.out ?? dirname(options.path);
  const code = await folderProblem(out);
  if (code !== undefined) {
    const message = `Nothing was sent: the result files can't be written to ${out} (${code}). Choose a folder with --out.`;
    return {
      ...importEnd({ ...facts, outcome: 'invalid' }),
      issues: [errorIssue('out-not-writable', message)],
    };
  }
  return await send(job, plan, store, place);
}

/** Why no files can be made in a folder. */
async function folderProblem(folder: string): Promise<string | undefined> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}

function invalidMessage(count: number): string {
  return `Nothing was sent: ${count === 1 ? '1 row has' : `${number(count)} rows have`} errors.`;
}

function consentNext(
  consent: 'needs-confirmation' | 'cancelled',
  { context, options }: Job,
  summary: readonly string[],
) {
  return consent === 'cancelled'
    ? { lines: ['Nothing was sent.'] }
    : {
        lines: options.json ? [] : summary,
        next: [`Nothing was sent. To send, run: ${context.command([...context.argv, '--yes'])}`],
      };
}

async function send(
  job: Job,
  plan: ImportPlan,
  store: RunStore,
  place: RunPlace | undefined,
): Promise<CommandEnd> {
  const { options, context, session, account } = job;
  if (!account) throw new Error('an account was found before anything is sent');
  const began = performance.now();
  if (place) await writeRun(place.folder, place.record);
  await writeFile(context.mappingPath, mappingFileText(session.mapping), { flag: 'wx' }).catch(() => {});
  const total = Math.min(plan.toCreate, options.limit ?? plan.toCreate);
  const progress = importProgress({
    stderr: context.process.stderr,
    total,
    rate: options.rate,
    isJson: options.jsonProgress,
    hide: context.redactor.hide,
  });
  const ledgers = createLedgers({
    process: context.process,
    hide: context.redactor.hide,
    noLedger: false,
    takeOver: options.takeOver,
  });
  let stopped: StopReason | undefined;
  try {
    stopped = await session.run({
      account: { ...account, connection: context.adjust(account.connection) },
      ledger: ledgers.of(account),
      store,
      hash: sha256,
      existing: options.existing,
      pacer: createPacer({ rate: options.rate, clock: () => performance.now(), pause: pauseFor }),
      pause: pauseFor,
      limit: options.limit,
      stop: context.signal,
      abort: secondInterrupt(context),
      onEvent: progress.onEvent,
    });
  } finally {
    progress.end();
  }
  await ledgers.idle();
  const outcomeOf = ({ pending }: Totals) => (pending > 0 && !stopped ? 'paused' : outcomeOfStop(stopped));
  const out = options.out === undefined ? undefined : resolve(options.out);
  const { totals, files } = await writeRunResults(session, store, { place, out, outcomeOf });
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
    lines: options.json ? [] : resultLines(totals, files),
    issues: stopped ? [errorIssue(stopped.kind, stopMessage(stopped))] : [],
    next: nextSteps(outcome, job, totals.unknown > 0),
  };
}

/** The first Ctrl+C lets the rows on their way finish; the second one gives up on their answers. */
function secondInterrupt({ process, signal }: CommandContext): AbortSignal {
  const second = new AbortController();
  signal.addEventListener('abort', () => process.on('SIGINT', () => second.abort()), { once: true });
  return second.signal;
}

function nextSteps(outcome: ImportOutcome, { context }: Job, hasUnknown: boolean): string[] {
  const again = context.command(context.argv);
  if (outcome === 'completed')
    return hasUnknown ? [`To look for the unknown customers again, run: ${again}`] : [];
  return [`To continue, run: ${again}`];
}
