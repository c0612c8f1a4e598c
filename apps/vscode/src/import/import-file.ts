import { writeFile } from 'node:fs/promises';
import { type Ledger, type Pause, pauseFor } from '@helpcrunch-customer-kit/core';
import {
  continuedNote,
  createMemoryRunStore,
  createPacer,
  customers,
  duration,
  invalidRows,
  issueGroupMessage,
  type KeptResult,
  type Mapping,
  mappingFileText,
  number,
  outcomeOfStop,
  planNotes,
  planRows,
  type StopReason,
  secondsToSend,
  stopMessage,
  type Totals,
} from '@helpcrunch-customer-kit/import';
import {
  FileRunStore,
  folderOfRun,
  ImportSession,
  type PreparedRun,
  prepareRun,
  type ReadImport,
  sha256,
  writeRun,
  writeRunResults,
} from '@helpcrunch-customer-kit/import/node';
import { withImportFolder } from '@helpcrunch-customer-kit/local/ledger';
import type { Account } from '../accounts/accounts.ts';
import type { Consent } from '../create/consent.ts';
import type { Prompts, SendProgress } from '../create/prompts.ts';
import type { ImportResult } from './result-panel.ts';
import { waitMessage } from './run-list.ts';

/** A file whose columns are mapped, and where its customers go. */
export interface FileImport {
  readonly read: ReadImport;
  readonly mapping: Mapping;
  readonly mappingPath: string;
  readonly account: Account;
  readonly ledger: Ledger;
  readonly consent: Pick<Consent, 'askForImport'>;
  readonly prompts: Prompts;
  /** The results of rows in accounts that last as long as the window. */
  readonly inWindow: Map<string, KeptResult>;
  /** Requests a minute. */
  readonly rate: number;
  /** Called once it may send. */
  readonly onStart?: () => void;
}

type Planned = Pick<PreparedRun, 'plan' | 'store'> & Partial<PreparedRun>;

const existing = 'skip';
const maxProblems = 5;

/** Plans a file, asks once, and sends its rows. `undefined` when the user said no. */
export async function importFile(job: FileImport): Promise<Omit<ImportResult, 'file'> | undefined> {
  const session = new ImportSession(job.read, job.mapping, { now: Date.now() });
  const { ledgerAccount } = job.account;
  if (!ledgerAccount) {
    const store = createMemoryRunStore('editor', job.inWindow);
    const plan = await session.plan({ store, existing, hash: sha256, rate: job.rate });
    const result = await send(job, session, { plan, store }, undefined);
    return result === 'new-run' ? undefined : result;
  }
  const { ledger, rate } = job;
  const input = session.path;
  const options = {
    process,
    takeOver: false,
    choose: (folders: readonly [string, ...string[]], sender: string) =>
      folderOfRun(folders, { input, sender }),
  };
  return withImportFolder(ledgerAccount, options, async (folder, sender) => {
    using rows = new FileRunStore(`${folder}/rows.jsonl`, '');
    const choice = { folder, input, now: new Date(), sender, ledger, existing, rate } as const;
    for (let isNew = false; ; isNew = true) {
      const prepared = await prepareRun(session, rows, { ...choice, isNew });
      if (!prepared) throw new Error('no run was asked for by its name');
      const result = await send(job, session, prepared, folder);
      if (result !== 'new-run') return result;
    }
  });
}

async function send(
  job: FileImport,
  session: ImportSession,
  planned: Planned,
  folder: string | undefined,
): Promise<Omit<ImportResult, 'file'> | 'new-run' | undefined> {
  const { account, prompts, consent } = job;
  const { plan, record, keeps } = planned;
  const hasRows = plan.toCreate + plan.totals.unknown > 0;
  if (hasRows) {
    const answer = await consent.askForImport(account, planQuestion(job, planned));
    if (answer !== 'create') return answer;
  }
  job.onStart?.();
  const place = record && folder !== undefined ? { folder, record } : undefined;
  if (place) await writeRun(place.folder, place.record);
  await writeFile(job.mappingPath, mappingFileText(job.mapping));
  const stopped = await prompts.withProgress(`Importing into ${account.label}`, (progress) =>
    runRows(job, session, planned, progress),
  );
  const outcomeOf = ({ pending }: Totals) => (pending > 0 && !stopped ? 'paused' : outcomeOfStop(stopped));
  const { totals, files } = await writeRunResults(session, planned.store, { place, keeps, outcomeOf });
  return {
    account,
    totals,
    files,
    problems: plan.issues,
    stopped: stopped && stopMessage(stopped, 'editor'),
    hasSent: hasRows,
  };
}

/** Everything to know before the first row is sent. */
function planQuestion(
  { account, read, rate }: FileImport,
  { plan, record, shared, isContinued = false }: Planned,
) {
  const { invalid } = plan.totals;
  const more = plan.issues.length - maxProblems;
  return {
    title: `Create ${customers(plan.toCreate)} in ${account.kind === 'live' ? 'HelpCrunch, account ' : ''}${account.label}?`,
    canBeNew: shared !== undefined,
    lines: [
      `File: ${read.path.split(/[\\/]/).at(-1)}${isContinued && !shared ? ', continued' : ''}`,
      ...(record && shared ? [continuedNote(record, shared)] : []),
      ...planRows(plan).map(([name, count]) => `${name}: ${count}`),
      ...planNotes(plan, account.kind, rate),
      ...(invalid > 0 ? [`${invalidRows(invalid)} and will be left out.`] : []),
      ...plan.issues.slice(0, maxProblems).map((problem) => `• ${issueGroupMessage(problem)}`),
      ...(more > 0 ? [`• ${number(more)} more kinds of problems`] : []),
    ],
  };
}

async function runRows(
  { account, ledger, rate }: FileImport,
  session: ImportSession,
  { plan, store, left, again }: Planned,
  progress: SendProgress,
): Promise<StopReason | undefined> {
  let done = 0;
  function report(): void {
    const rest = Math.max(0, plan.toCreate - done);
    const counts = `${number(done)} of ${number(plan.toCreate)}, about ${duration(secondsToSend(rest, rate))} left.`;
    progress.report(`${counts} Cancel stops after the current rows.`, 1 - rest / Math.max(1, plan.toCreate));
  }
  report();
  /** A cancel ends a wait at once. */
  const pause: Pause = (milliseconds) => pauseFor(milliseconds, progress.signal);
  return session.run({
    account,
    ledger,
    store,
    left,
    again,
    hash: sha256,
    existing,
    pacer: createPacer({ rate, clock: () => performance.now(), pause: pauseFor }),
    pause,
    stop: progress.signal,
    onEvent(event) {
      if (event.kind === 'row' && !event.isRepeat) done += 1;
      if (event.kind === 'row') report();
      else progress.report(waitMessage(event));
    },
  });
}
