import { access, constants, mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pauseFor } from '@helpcrunch-customer-kit/core';
import {
  createMemoryRunStore,
  createPacer,
  type ImportOutcome,
  type ImportPlan,
  type MappingChoices,
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
import { createLedgers, withImportFolder } from '@helpcrunch-customer-kit/local';
import { type CommandEnd, errorIssue } from '../command.ts';
import type { CommandContext } from '../reporting-command.ts';
import { askMapping } from './ask-mapping.ts';
import { type ConsentContext, withoutConsent } from './consent.ts';
import { findAccount } from './import-account.ts';
import { importEnd, unreadable } from './import-end.ts';
import { mappingLines, planLines, problemLines, resultLines } from './import-lines.ts';
import type { ImportOptions } from './import-options.ts';
import { importProgress } from './import-progress.ts';
import { type Prompts, terminalPrompts } from './prompts.ts';

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
  const prompts = terminalPrompts(context, options);
  const { mapping, questions } = await decideMapping(read, options.choices, prompts);
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
    const job: Job = { options, context, prompts, session, account: found?.account };
    const ledgerAccount = found?.account.ledgerAccount;
    if (!ledgerAccount) return await planAndRun(job, createMemoryRunStore(), undefined);
    return await withImportFolder(
      ledgerAccount,
      { process: context.process, takeOver: options.takeOver },
      (folder) => inFolder(job, folder),
    );
  } catch (error) {
    if (error instanceof TableError) return unreadable(options.path, error);
    if (error instanceof Error && error.name === 'LedgerError') {
      return { ...importEnd({ outcome: 'paused' }), issues: [errorIssue('locked', error.message)] };
    }
    throw error;
  }
}

/** Asks what the columns leave open, where someone can answer. */
async function decideMapping(read: ReadImport, choices: MappingChoices, prompts: Prompts | undefined) {
  const first = mapImport(read, choices);
  if (!prompts || first.questions.length === 0) return first;
  const asked = await askMapping(first.questions, read.profiles, choices, prompts);
  return asked ? mapImport(read, asked) : first;
}

interface Job extends ConsentContext {
  readonly context: ImportCommandContext;
  readonly session: ImportSession;
}

async function inFolder(job: Job, folder: string): Promise<CommandEnd> {
  const record = await openRun(folder, resolve(job.options.path), new Date());
  using store = new FileRunStore(`${folder}/rows.jsonl`, record.run);
  return await planAndRun(job, store, { folder, record });
}

async function planAndRun(job: Job, store: RunStore, place: RunPlace | undefined): Promise<CommandEnd> {
  const { options, session, account } = job;
  const { existing, rate, json, dryRun } = options;
  const { mapping } = session;
  const plan = await session.plan({ store, existing, hash: sha256, rate });
  const summary = [...mappingLines(mapping), ...problemLines(plan), ...planLines(plan, account, rate)];
  if (dryRun)
    return { ...importEnd({ mapping, plan, account, outcome: 'planned' }), lines: json ? [] : summary };
  const ended = (await withoutConsent(job, { plan, mapping, summary })) ?? (await withoutFolder(options));
  if (ended) return ended;
  return await send(job, plan, store, place);
}

/** How the command ends where no result files can be written. */
async function withoutFolder({ path, out = dirname(path) }: ImportOptions): Promise<CommandEnd | undefined> {
  try {
    await mkdir(out, { recursive: true });
    await access(out, constants.W_OK);
    return undefined;
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    const message = `Nothing was sent: the result files can't be written to ${out} (${code}). Choose a folder with --out.`;
    return { ...importEnd({ outcome: 'invalid' }), issues: [errorIssue('out-not-writable', message)] };
  }
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
