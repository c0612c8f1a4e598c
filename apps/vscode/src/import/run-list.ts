import { type Ledger, type Outcome, type Pause, pauseFor, planOutcome } from '@helpcrunch-customer-kit/core';
import {
  type CheckedRow,
  createPacer,
  defaultRate,
  type Hash,
  type RowResult,
  type RunEvent,
  type RunStore,
  runImport,
  type StopReason,
} from '@helpcrunch-customer-kit/import';
import type { Account } from '../accounts/accounts.ts';
import type { Attempt } from '../attempts/attempt.ts';
import { attemptOf } from '../create/create-one.ts';
import type { SendProgress } from '../create/prompts.ts';
import { recordCreate } from '../create/record-create.ts';
import { equalMessage, type ListedCustomer, type ListedRow, listRows } from './list-rows.ts';

export interface ListRun {
  readonly customers: readonly ListedCustomer[];
  /** What the result files are called after. */
  readonly name: string;
  readonly account: Account;
  readonly ledger: Ledger;
  readonly progress: SendProgress;
  readonly time?: Time | undefined;
  /** Called after each customer that was tried, so that its outcome is kept if the window closes. */
  attempted(index: number, attempt: Attempt): Promise<void>;
  /** Called for each that was not, with the reason. */
  noted(index: number, note: string): Promise<void>;
}

/** What passes time; a test passes it faster. */
export interface Time {
  /** In milliseconds, never set back. */
  readonly clock: () => number;
  readonly pause: Pause;
}

const realTime: Time = { clock: () => performance.now(), pause: pauseFor };

export interface RunMemory {
  readonly store: RunStore;
  readonly hash: Hash;
}

/** Nothing limits the sandbox inside a window. */
const sandboxRate = 60_000;

/**
 * Sends several customers, each once: below the limit of a live account, and again where a run before stopped. A cancel lets
 * the request that began finish. Returns its rows, and why it stopped early.
 */
export async function runList(
  run: ListRun,
  { store, hash }: RunMemory,
): Promise<{ readonly rows: readonly ListedRow[]; readonly stopped: StopReason | undefined }> {
  const { customers, account, ledger, progress, time = realTime } = run;
  const { connection } = account;
  const rows = listRows(customers, { now: connection.now(), hash });
  const indexOf = new Map<CheckedRow, number>(rows.map((row, index) => [row, index]));
  const recorder = recordCreate(connection.fetch, connection.now);
  const outcomes = new Map<CheckedRow, Outcome>();
  const cancel = untilSending(progress.signal);
  let startedAt: number | undefined;
  let saved = Promise.resolve();
  let done = 0;

  function put(row: CheckedRow, outcome: Outcome): void {
    const index = indexOf.get(row) ?? 0;
    const customer = customers[index]?.customer ?? { draft: {}, issues: [] };
    const step = 'step' in outcome ? outcome.step : 'create';
    const at = startedAt ?? connection.now();
    const attempt = attemptOf(customer, account, at, outcome, recorder.exchange(step));
    saved = saved.then(() => run.attempted(index, attempt));
  }
  function note(row: CheckedRow, text: string): void {
    saved = saved.then(() => run.noted(indexOf.get(row) ?? 0, text));
  }
  function onEvent(event: RunEvent): void {
    if (event.kind !== 'row') {
      progress.report(waitMessage(event));
      return;
    }
    const { row, result, isRepeat } = event;
    if (!isRepeat) done += 1;
    progress.report(`${done} of ${rows.length}`, done / rows.length);
    const outcome = outcomes.get(row);
    outcomes.delete(row);
    const text = skipNote(result);
    if (text !== undefined && outcome?.outcome !== 'user-id-taken') note(row, text);
    else if (outcome) put(row, outcome);
    recorder.forget();
    startedAt = undefined;
  }

  for (const row of rows) {
    if (row.verdict === 'invalid') put(row, planOutcome(row.plan));
    else if (row.verdict === 'duplicate') note(row, equalMessage);
    else {
      const earlier = await store.get(row.key);
      if (earlier?.result.state === 'created') note(row, `Created before${idText(earlier.result)}.`);
    }
    if (row.verdict !== 'ready') done += 1;
  }
  const rate = account.kind === 'live' ? defaultRate : sandboxRate;
  const stopped = await runImport(each(rows), {
    account: {
      ...account,
      connection: {
        ...connection,
        fetch(request) {
          startedAt ??= connection.now();
          if (new URL(request.url).pathname.endsWith('/customers')) cancel.began();
          return recorder.fetch(request);
        },
      },
    },
    ledger,
    store,
    hash,
    existing: 'skip',
    pacer: createPacer({ rate, ...time }),
    pause: (milliseconds) => time.pause(milliseconds, progress.signal).catch(() => undefined),
    // One after the other: the panel shows the exchange of each.
    inFlight: 1,
    stop: progress.signal,
    abort: cancel.signal,
    onEvent,
    onOutcome(row, outcome) {
      outcomes.set(row, outcome);
      cancel.ended();
    },
  });
  // What stopped the run is not settled; what was canceled was not sent.
  for (const [row, outcome] of outcomes) if (outcome.outcome !== 'cancelled') put(row, outcome);
  await saved;
  return { rows, stopped };
}

export async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

function skipNote(result: RowResult): string | undefined {
  if (result.state !== 'skipped') return undefined;
  return result.reason === 'sent-before'
    ? `Created before${idText(result)}.`
    : `Not sent: a customer${idText(result)} has this email.`;
}

function idText({ id }: { readonly id?: string }): string {
  return id === undefined ? '' : ` (ID ${id})`;
}

/** Passes a cancel on, except while a create is under way. */
function untilSending(cancelled: AbortSignal) {
  const controller = new AbortController();
  let isSending = false;
  const abort = () => {
    if (!isSending) controller.abort();
  };
  if (cancelled.aborted) controller.abort();
  cancelled.addEventListener('abort', abort);
  return {
    signal: controller.signal,
    began() {
      isSending = true;
    },
    ended() {
      isSending = false;
    },
  };
}

/** Why nothing is sent for a while. */
export function waitMessage(event: Exclude<RunEvent, { kind: 'row' }>): string {
  if (event.kind === 'looking-up') return `looking for ${event.rows} whose response was lost`;
  const seconds = Math.ceil(event.milliseconds / 1000);
  const reason = event.reason === 'rate-limited' ? 'rate limited (429)' : 'HelpCrunch can’t be reached';
  return `${reason}, continues in ${seconds} s`;
}
