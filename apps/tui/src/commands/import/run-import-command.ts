import { basename, resolve } from 'node:path';
import { addAbortSignal } from 'node:stream';
import { pauseFor } from '@helpcrunch-customer-kit/core';
import {
  continuedNote,
  createMemoryRunStore,
  createPacer,
  ExistingCheck,
  mappingQuestionMessage,
  outcomeOfStop,
  stopMessage,
  TableError,
} from '@helpcrunch-customer-kit/import';
import {
  FileRunStore,
  folderOfRun,
  ImportSession,
  limitHeapGrowth,
  mapImport,
  prepareRun,
  type ReadImport,
  readImport,
  sha256,
} from '@helpcrunch-customer-kit/import/node';
import {
  type Account,
  createLedgers,
  type ImportFolderOptions,
  withImportFolder,
} from '@helpcrunch-customer-kit/local';
import { openFileToRead } from '../../non-interactive/read-input.ts';
import { wrapLines } from '../../render/layout.ts';
import { type CommandEnd, errorIssue } from '../command.ts';
import { withoutConsent } from './consent.ts';
import { findAccount } from './import-account.ts';
import { cancelled, importEnd, stateEnd, unreadable } from './import-end.ts';
import type { ImportCommandContext, ImportJob, PlannedRun } from './import-job.ts';
import { issueLines, mappingLines, planLines } from './import-lines.ts';
import type { ImportOptions } from './import-options.ts';
import { runNotFound } from './list-runs.ts';
import { decideColumns, type MappedTable } from './mapping-table.ts';
import type { Prompts } from './menu.ts';
import { terminalPrompts, withNotice } from './prompts.ts';
import { sendRows } from './send-rows.ts';
import { resultsMessage, saveMapping } from './write-access.ts';

/** Reads, maps and checks a file, and sends its customers once that was consented to. */
export async function runImportCommand(
  options: ImportOptions,
  context: ImportCommandContext,
): Promise<CommandEnd> {
  limitHeapGrowth();
  const { path } = options;
  const { signal } = context;
  const prompts = await terminalPrompts(context, options);
  const title = `Reading ${basename(path)}…`;
  try {
    const openPipe = async () => addAbortSignal(signal, await openFileToRead(path, signal));
    const read = await withNotice(prompts, title, () =>
      readImport(path, options, { signal, openPipe }),
    ).catch((error: unknown) => (signal.aborted ? cancelled(context) : unreadable(path, error)));
    return 'table' in read ? await withPrompts(read, { options, context, prompts }) : read;
  } finally {
    prompts?.close();
  }
}

async function withPrompts(
  read: ReadImport,
  given: Pick<ImportJob, 'options' | 'context' | 'prompts'>,
): Promise<CommandEnd> {
  const { options, context, prompts } = given;
  const table = await decideMapping(read, options, prompts, context);
  if (!table) return cancelled(context);
  const { mapping, questions } = table;
  if (questions.length > 0) {
    const issues = questions.map((question) => errorIssue(question.kind, mappingQuestionMessage(question)));
    return {
      ...importEnd({ outcome: 'invalid', mapping }),
      lines: options.json ? [] : mappingLines(mapping, options.mappingFile),
      issues,
      ...(prompts ? { next: [`To import later, run: ${context.command(context.argv)}`] } : {}),
    };
  }
  const session = new ImportSession(read, mapping, {
    now: Date.now(),
    defaults: options.defaults,
    equalRows: options.equalRows,
    fix: options.fix,
  });
  try {
    const isOffline = options.dryRun && !options.checkExisting;
    const found = isOffline ? undefined : await findAccount(options, context);
    if (found && 'end' in found) return found.end;
    const account = found?.account;
    const ledgers = createLedgers({
      process: context.process,
      hide: context.redactor.hide,
      noLedger: false,
      takeOver: options.takeOver,
    });
    const { keySource } = found ?? {};
    const job: ImportJob = { ...given, session, account, keySource, ledgers };
    if (!account?.ledgerAccount) {
      const { existing, rate, limit } = options;
      const store = createMemoryRunStore();
      const existingCheck = existingCheckOf(job);
      // A search that is stopped has a result, too.
      const signal = existingCheck ? undefined : context.signal;
      const plan = await whileChecking(job, () =>
        session.plan({ store, existing, hash: sha256, rate, limit, existingCheck, signal }),
      );
      return await planAndRun(job, { store, plan });
    }
    const { takeOver, run } = options;
    const choose: ImportFolderOptions['choose'] = (folders, sender) =>
      folderOfRun(folders, { input: resolve(options.path), run, sender });
    const place = { process: context.process, takeOver, choose };
    return await withImportFolder(account.ledgerAccount, place, (folder, sender) =>
      inFolder(job, account, folder, sender),
    );
  } catch (error) {
    if (error instanceof TableError) return unreadable(options.path, error);
    if (context.signal.aborted && error === context.signal.reason) return cancelled(context);
    return stateEnd(error, context, true);
  }
}

/** The columns as they are named, shown and changed where someone can answer; `undefined` when that was stopped. */
async function decideMapping(
  read: ReadImport,
  { choices, path, yes, dryRun }: ImportOptions,
  prompts: Prompts | undefined,
  context: ImportCommandContext,
): Promise<MappedTable | undefined> {
  const first = mapImport(read, choices);
  if (!prompts || ((yes || dryRun) && first.questions.length === 0)) return first;
  const { profiles } = read;
  const decided = await decideColumns(choices, {
    name: basename(path),
    profiles,
    prompts,
    map: (chosen) => mapImport(read, chosen),
  });
  // Whatever comes of the plan, no one has to answer this again.
  if (decided) await saveMapping(context, decided.mapping);
  return decided;
}

async function inFolder(
  job: ImportJob,
  account: Account,
  folder: string,
  sender: string,
): Promise<CommandEnd> {
  const { path, existing, rate, limit, run, newRun, again } = job.options;
  using rows = new FileRunStore(`${folder}/rows.jsonl`, '');
  const existingCheck = existingCheckOf(job);
  const choice = {
    folder,
    input: resolve(path),
    now: new Date(),
    ledger: job.ledgers.of(account),
    run,
    isNew: newRun,
    again,
    sender,
    existing,
    rate,
    limit,
    existingCheck,
    signal: existingCheck ? undefined : job.context.signal,
  };
  const prepared = await whileChecking(job, () => prepareRun(job.session, rows, choice));
  const another = { ...job, options: { ...job.options, newRun: true } };
  if (prepared)
    return await planAndRun(job, prepared, folder, () => inFolder(another, account, folder, sender));
  return { ...runNotFound(run ?? '', job.context), ...importEnd({ outcome: 'invalid' }) };
}

function whileChecking<Result>(
  { prompts, options }: ImportJob,
  check: () => Promise<Result>,
): Promise<Result> {
  return withNotice(prompts, `Checking the rows of ${basename(options.path)}…`, check);
}

/** With `--check-existing`, a dry run searches for the customers, at the same pace as a run. */
function existingCheckOf({ options, context, account }: ImportJob): ExistingCheck | undefined {
  if (!options.checkExisting || !account) return undefined;
  return new ExistingCheck({
    account: { ...account, connection: context.adjust(account.connection) },
    existing: options.existing,
    pacer: createPacer({ rate: options.rate, clock: () => performance.now(), pause: pauseFor }),
    stop: context.signal,
    abort: context.signal,
  });
}

async function planAndRun(
  job: ImportJob,
  prepared: PlannedRun,
  folder?: string,
  planNewRun?: () => Promise<CommandEnd>,
): Promise<CommandEnd> {
  const { options, session, account, keySource } = job;
  const { rate, json, dryRun } = options;
  const { plan, record, isContinued, shared } = prepared;
  const { mapping } = session;
  const continued =
    isContinued && record ? [`  ${continuedNote(record, shared)} --new-run starts another.`] : [];
  const lines = [
    ...mappingLines(mapping, options.mappingFile),
    ...issueLines(plan),
    ...planLines(plan, { account, keySource, rate }),
    ...continued,
  ];
  const summary = wrapLines(lines, job.context.columns);
  if (dryRun) {
    const { stopped } = plan;
    const outcome = stopped ? outcomeOfStop(stopped) : 'planned';
    const words = job.context.argv.filter((word) => !['--dry-run', '--check-existing'].includes(word));
    return {
      ...importEnd({ mapping, plan, account, outcome }),
      lines: json ? [] : summary,
      issues: stopped ? [errorIssue(stopped.kind, `The check is not complete. ${stopMessage(stopped)}`)] : [],
      next: stopped || plan.toCreate === 0 ? [] : [`To import, run: ${job.context.command(words)}`],
    };
  }
  const ended = await withoutConsent(job, {
    plan,
    mapping,
    summary,
    beforeQuestion: [...mappingLines(mapping, options.mappingFile), ...continued],
    shared,
  });
  if (ended === 'new-run') {
    if (!planNewRun) throw new Error('only a run that is kept can be left for another');
    return planNewRun();
  }
  if (ended) return ended;
  const cause = await resultsMessage(options.path, options.out);
  if (cause === undefined) return await sendRows(job, prepared, folder);
  return {
    ...importEnd({ outcome: 'invalid' }),
    issues: [errorIssue('out-not-writable', `Nothing was sent. ${cause}`)],
  };
}
