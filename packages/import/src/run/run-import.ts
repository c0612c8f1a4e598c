import {
  type AccountLabel,
  type Connection,
  type CreateContext,
  checkManyDuplicates,
  createCustomer,
  type DuplicateCheck,
  type Ledger,
  type Pause,
  rateLimitWait,
} from '@helpcrunch-customer-kit/core';
import type { CheckedRow } from '../check/check-rows.ts';
import { type Hash, rowKeyText } from '../check/row-key.ts';
import type { Pacer } from './pacer.ts';
import { answerForImport, type StopReason, stepOf } from './row-outcome.ts';
import type { RowResult, RunStore, StoredResult } from './run-store.ts';

export interface RunContext {
  readonly account: AccountLabel & { readonly connection: Connection };
  readonly ledger: Ledger;
  readonly store: RunStore;
  readonly hash: Hash;
  readonly existing: 'skip' | 'create';
  readonly pacer: Pacer;
  readonly pause: Pause;
  /** Rows that are sent before the first of them is answered. */
  readonly inFlight?: number | undefined;
  /** Only so many rows are sent; the others stay pending. */
  readonly limit?: number | undefined;
  /** Lets the rows that are on their way finish, and sends no other. */
  readonly stop?: AbortSignal | undefined;
  /** Gives up on the answers of those, too. */
  readonly abort?: AbortSignal | undefined;
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
}

export type RunEvent =
  /** `isRepeat` for a row that was unknown in this run before. */
  | { readonly kind: 'row'; readonly row: CheckedRow; readonly result: RowResult; readonly isRepeat: boolean }
  /** Nothing is sent for so many milliseconds. */
  | {
      readonly kind: 'waiting';
      readonly milliseconds: number;
      readonly reason: 'rate-limited' | 'not-reachable';
    }
  | { readonly kind: 'looking-up'; readonly rows: number };

/** Rows whose duplicates are looked for in one search. */
const batchSize = 20;
/** A duplicate check is older than this only while the run is held up, in milliseconds. */
const maxCheckAge = 60_000;
const defaultInFlight = 3;
const maxRetries = 5;
const maxUnknownInARow = 5;
/** Before an unknown row is sent again: HelpCrunch's search may lag, in milliseconds. */
const resendDelay = 10_000;

/**
 * Sends every ready row that was not sent before, each exactly once: duplicates are looked for 20 rows at a time, unknown
 * rows are looked up again at the end and, with a user ID, which is unique, sent once more. Returns why it stopped early,
 * if it did; what became of each row is in the store.
 */
export async function runImport(
  rows: AsyncIterable<CheckedRow>,
  context: RunContext,
): Promise<StopReason | undefined> {
  return new ImportRun(context).run(rows);
}

/** What a row needs of the store before it is sent; `undefined` when it was sent for good. */
export function isOpen(
  { plan }: CheckedRow,
  stored: StoredResult | undefined,
  { existing, hash }: Pick<RunContext, 'existing' | 'hash'>,
): boolean {
  switch (stored?.result.state) {
    case 'created':
      return false;
    case 'skipped':
      return stored.result.reason === 'email' && existing === 'create';
    case 'failed':
      return stored.result.body !== hash(plan.fingerprint);
    default:
      return true;
  }
}

class ImportRun {
  readonly #context: RunContext;
  readonly #account: RunContext['account'];
  readonly #unknown: CheckedRow[] = [];
  #unknownInARow = 0;
  #stopped: StopReason | undefined;
  #batchSize = batchSize;

  constructor(context: RunContext) {
    const { account, pacer } = context;
    this.#context = context;
    const connection: Connection = { ...account.connection, pace: (signal) => pacer.pace(signal) };
    this.#account = { ...account, connection };
  }

  async run(rows: AsyncIterable<CheckedRow>): Promise<StopReason | undefined> {
    let batch: CheckedRow[] = [];
    let left = this.#context.limit ?? Number.POSITIVE_INFINITY;
    for await (const row of rows) {
      if (this.#isStopped()) break;
      if (row.verdict !== 'ready') continue;
      const stored = await this.#context.store.get(row.key);
      if (!isOpen(row, stored, this.#context)) continue;
      if (left === 0) break;
      left -= 1;
      batch.push(row);
      if (batch.length < this.#batchSize) continue;
      await this.#sendBatch(batch);
      batch = [];
    }
    await this.#sendBatch(batch);
    await this.#resolveUnknown();
    return this.#stopped;
  }

  #isStopped(): boolean {
    if (this.#context.stop?.aborted || this.#context.abort?.aborted) this.#stopped ??= { kind: 'cancelled' };
    return this.#stopped !== undefined;
  }

  async #sendBatch(batch: readonly CheckedRow[]): Promise<void> {
    if (batch.length === 0 || this.#isStopped()) return;
    const at = this.#account.connection.now();
    const checks = await this.#check(batch);
    const queue = batch.map((row, index) => ({ row, check: checks[index] }));
    const worker = async () => {
      for (let next = queue.shift(); next && !this.#isStopped(); next = queue.shift()) {
        const { row, check } = next;
        await this.#send(row, { check: check && { result: check, at, maxAge: maxCheckAge } });
      }
    };
    await Promise.all(Array.from({ length: this.#context.inFlight ?? defaultInFlight }, worker));
  }

  /** The duplicate checks of a batch; none where they cannot be had together: each row is then checked by itself. */
  async #check(batch: readonly CheckedRow[]): Promise<readonly (DuplicateCheck | undefined)[]> {
    const requests = batch.map(({ plan }) => plan.request);
    const { abort, pacer } = this.#context;
    for (let retry = 0; retry < maxRetries && !this.#isStopped(); retry += 1) {
      const checks = await checkManyDuplicates(this.#account.connection, requests, { signal: abort });
      if (!('kind' in checks)) return checks;
      if (checks.kind === 'refused' && checks.status === 429) {
        const milliseconds = rateLimitWait(checks.retryAfter) * 1000;
        pacer.hold(milliseconds);
        this.#emit({ kind: 'waiting', milliseconds, reason: 'rate-limited' });
        continue;
      }
      const isTooLong = checks.kind === 'too-many' || (checks.kind === 'refused' && checks.status === 400);
      if (!isTooLong || batch.length === 1) break;
      // HelpCrunch documents no limit for the filters of a search: what it refuses is halved from now on.
      this.#batchSize = Math.max(1, Math.floor(batch.length / 2));
      const middle = Math.ceil(batch.length / 2);
      return [...(await this.#check(batch.slice(0, middle))), ...(await this.#check(batch.slice(middle)))];
    }
    return [];
  }

  /** Sends one row until it is known what became of it, or until the run has to stop. */
  async #send(
    row: CheckedRow,
    { check, isLast = false }: { readonly check?: CreateContext['check']; readonly isLast?: boolean },
  ): Promise<void> {
    const { ledger, store, hash, existing, pacer, pause, abort } = this.#context;
    const stored = (await store.get(row.key))?.result;
    const sends = stored && 'attempt' in stored ? stored.attempt : 0;
    const resendsUnknown = isLast && row.plan.request.userId !== undefined;
    const attempt = resendsUnknown ? sends + 1 : sends;
    await store.put(row.key, { state: 'sending', attempt });
    for (let retry = 0; ; retry += 1) {
      const outcome = await createCustomer(row.plan, {
        account: this.#account,
        ledger,
        ask: answerForImport({ existing, resendsUnknown }),
        idempotencyKey: `import:${rowKeyText(row.key)}:${attempt}`,
        check: retry === 0 ? check : undefined,
        signal: abort,
      });
      const step = stepOf(outcome, {
        line: row.row.line,
        attempt,
        account: this.#account.kind,
        columnOf: row.columnOf,
        body: hash(row.plan.fingerprint),
      });
      if (step.kind === 'settled') {
        const isNew = !isLast && stored?.state !== 'sending' && stored?.state !== 'unknown';
        return this.#settle(row, step.result, { isNew, isLast });
      }
      if (step.kind === 'stop') {
        this.#stopped ??= step.reason;
        return;
      }
      if (retry >= maxRetries) {
        this.#stopped ??=
          step.wait === undefined
            ? { kind: 'not-reachable', message: step.message }
            : { kind: 'rate-limited' };
        return;
      }
      const milliseconds = step.wait ?? 1000 * 2 ** retry;
      pacer.hold(milliseconds);
      this.#emit({
        kind: 'waiting',
        milliseconds,
        reason: step.wait === undefined ? 'not-reachable' : 'rate-limited',
      });
      await pause(milliseconds, abort);
      if (this.#isStopped()) return;
    }
  }

  async #settle(
    row: CheckedRow,
    result: RowResult,
    { isNew, isLast }: { readonly isNew: boolean; readonly isLast: boolean },
  ): Promise<void> {
    await this.#context.store.put(row.key, result);
    this.#emit({ kind: 'row', row, result, isRepeat: isLast });
    if (result.state !== 'unknown') {
      this.#unknownInARow = 0;
      return;
    }
    if (isLast) return;
    this.#unknown.push(row);
    // What an earlier run left open says nothing about the network now.
    if (!isNew) return;
    this.#unknownInARow += 1;
    if (this.#unknownInARow >= maxUnknownInARow) this.#stopped ??= { kind: 'many-unknown' };
  }

  /** Looks for the unknown rows once more, and sends those again that HelpCrunch would refuse if they were there. */
  async #resolveUnknown(): Promise<void> {
    if (this.#unknown.length === 0 || this.#isStopped()) return;
    this.#emit({ kind: 'looking-up', rows: this.#unknown.length });
    await this.#context.pause(resendDelay, this.#context.stop);
    for (const row of this.#unknown) {
      if (this.#isStopped()) return;
      await this.#send(row, { isLast: true });
    }
  }

  #emit(event: RunEvent): void {
    this.#context.onEvent?.(event);
  }
}
