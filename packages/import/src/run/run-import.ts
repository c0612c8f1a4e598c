import { type Connection, type CreateContext, createCustomer } from '@helpcrunch-customer-kit/core';
import type { CheckedRow } from '../check/check-rows.ts';
import { checkBatch } from './check-batch.ts';
import { maxBatchSize } from './check-existing.ts';
import { CreatedAlone, CreatedEmails } from './created-earlier.ts';
import { answerForImport, type StopReason, stepOf } from './row-outcome.ts';
import { bodyHash, isOpen, type RunContext, type RunEvent } from './run-context.ts';
import { type RowResult, sendKey } from './run-store.ts';
import { closeSend, createdSince, stopOfLeftRows, unknownId, withSentVersion } from './unknown-send.ts';

/** A duplicate check of a batch holds for so long at least, in milliseconds; longer where the rate is low. */
const minCheckAge = 60_000;
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

class ImportRun {
  readonly #context: RunContext;
  readonly #account: RunContext['account'];
  readonly #emails: CreatedEmails;
  readonly #alone = new CreatedAlone();
  readonly #unknown: CheckedRow[] = [];
  /** Rows that wait for an unknown one of the same customer, by the ledger's entry of that. */
  readonly #waiting: CheckedRow[] = [];
  readonly #unknownIds = new Set<string>();
  #unknownInARow = 0;
  #stopped: StopReason | undefined;
  #batchSize = maxBatchSize;
  /** Nothing is on its way while it waits for the rate limit or the network: to stop is to end that wait. */
  readonly #endOfWait: AbortSignal;

  constructor(context: RunContext) {
    const { account, pacer, stop, abort } = context;
    this.#context = context;
    this.#endOfWait = AbortSignal.any([stop, abort].filter((signal) => signal !== undefined));
    this.#emails = new CreatedEmails(context.hash);
    const pace: Connection['pace'] = (signal) => pacer.pace(signal, this.#endOfWait);
    this.#account = { ...account, connection: { ...account.connection, pace } };
  }

  async run(rows: AsyncIterable<CheckedRow>): Promise<StopReason | undefined> {
    this.#stopped ??= await stopOfLeftRows(this.#context, this.#account.connection);
    let batch: CheckedRow[] = [];
    let left = this.#context.limit ?? Number.POSITIVE_INFINITY;
    for await (const row of rows) {
      if (this.#isStopped()) break;
      const stored = await this.#context.store.get(row.key);
      this.#emails.add(row, stored?.result);
      this.#alone.add(row, stored?.result);
      if (row.verdict !== 'ready' || !isOpen(row, stored, this.#context)) continue;
      if (unknownId(stored?.result) === undefined) {
        if (left === 0) break;
        left -= 1;
      }
      batch.push(row);
      if (batch.length < this.#batchSize) continue;
      await this.#sendBatch(batch);
      batch = [];
    }
    await this.#sendBatch(batch);
    await this.#resolveUnknown();
    for (const row of this.#waiting) if (!this.#isStopped()) await this.#send(row, { phase: 'waited' });
    return this.#stopped;
  }

  readonly #isStopped = (): boolean => {
    if (this.#context.stop?.aborted || this.#context.abort?.aborted) this.#stopped ??= { kind: 'cancelled' };
    return this.#stopped !== undefined;
  };

  readonly #emit = (event: RunEvent): void => {
    this.#context.onEvent?.(event);
  };

  /** Sends rows; after a pause, those that are left are checked again, in one search. */
  async #sendBatch(batch: readonly CheckedRow[]): Promise<void> {
    const { connection } = this.#account;
    const { inFlight = defaultInFlight, pacer } = this.#context;
    const maxAge = Math.max(minCheckAge, maxBatchSize * 1.5 * pacer.interval);
    for (let queue = [...batch]; queue.length > 0 && !this.#isStopped(); ) {
      const at = connection.now();
      const { checks, size } = await checkBatch(queue, {
        ...this.#context,
        account: this.#account,
        isStopped: this.#isStopped,
        emit: this.#emit,
      });
      if (size < queue.length) this.#batchSize = size;
      const checked = queue.map((row, index) => ({ row, check: checks[index] }));
      const isFresh = () => connection.now() - at <= maxAge;
      let isFirst = true;
      const worker = async () => {
        while ((isFirst || isFresh()) && !this.#isStopped()) {
          isFirst = false;
          const next = checked.shift();
          if (!next) return;
          await this.#send(next.row, { check: next.check && { result: next.check, at, maxAge } });
        }
      };
      await Promise.all(Array.from({ length: inFlight }, worker));
      queue = checked.map(({ row }) => row);
    }
  }

  /** Sends one row until it is known what became of it, or until the run has to stop. */
  async #send(
    row: CheckedRow,
    {
      check,
      phase = 'first',
    }: { readonly check?: CreateContext['check']; readonly phase?: 'first' | 'last' | 'waited' },
  ): Promise<void> {
    const { ledger, store, hash, existing, pacer, pause, abort, again } = this.#context;
    const stored = (await store.get(row.key))?.result;
    const sends = stored && 'attempt' in stored ? stored.attempt : 0;
    const ledgerId = unknownId(stored);
    const resendsUnknown = phase === 'last' && row.plan.request.userId !== undefined;
    const attempt = resendsUnknown ? sends + 1 : sends;
    const isCreatedAlone = (id: string) => this.#alone.isOf(row, id);
    const repeats = (id: string) => again !== undefined && id !== ledgerId && !this.#unknownIds.has(id);
    const isNew = stored?.state !== 'sending' && stored?.state !== 'unknown';
    const found = await createdSince(row, ledgerId, ledger);
    if (found) return this.#settle(row, found, { isNew, phase });
    for (let retry = 0; ; retry += 1) {
      // A row that may have been sent is looked up, no matter who has its email now; one that waited was not sent.
      const twin = (isNew || phase === 'waited') && existing === 'skip' ? this.#emails.find(row) : undefined;
      if (twin) return this.#settle(row, { state: 'skipped', reason: 'email', ...twin }, { isNew, phase });
      const isWritten =
        retry > 0 ||
        (await this.#put(row, {
          state: 'sending',
          attempt,
          ...(ledgerId === undefined ? {} : { ledgerId }),
        }));
      if (!isWritten) return;
      const outcome = await createCustomer(row.plan, {
        account: this.#account,
        ledger,
        ask: answerForImport({ existing, resendsUnknown, isCreatedAlone, repeats }),
        idempotencyKey: sendKey(store.keyOf(row.key), attempt, again),
        isRow: true,
        check: retry === 0 ? check : undefined,
        signal: abort,
      });
      this.#context.onOutcome?.(row, outcome);
      const step = stepOf(outcome, {
        line: row.row.line,
        request: row.plan.request,
        hash,
        attempt,
        account: this.#account.kind,
        columnOf: row.columnOf,
        body: bodyHash(row.plan, hash),
        ledgerId,
        unknownIds: this.#unknownIds,
        isCreatedAlone,
      });
      if (step.kind === 'settled') {
        const isLate = step.result.state === 'failed' && ledgerId !== undefined;
        // A refusal now says nothing about the send before, whose customer may be why.
        const result = isLate ? ({ state: 'unknown', attempt: attempt + 1, ledgerId } as const) : step.result;
        await closeSend(ledgerId, result, { ledger, at: this.#account.connection.now() });
        return this.#settle(row, result, { isNew, phase });
      }
      if (step.kind === 'wait' && phase === 'first') {
        this.#waiting.push(row);
        return;
      }
      if (step.kind === 'wait' || step.kind === 'stop') {
        this.#stopped ??= await withSentVersion(step.reason, row, ledger);
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
      if (milliseconds === 0) continue;
      if (!step.isInFlight) pacer.hold(milliseconds);
      const cause = step.isInFlight ? 'in-flight' : 'not-reachable';
      const reason = step.wait === undefined ? cause : 'rate-limited';
      this.#emit({ kind: 'waiting', milliseconds, reason });
      await pause(milliseconds, this.#endOfWait);
      if (this.#isStopped()) return;
    }
  }

  async #settle(
    row: CheckedRow,
    result: RowResult,
    { isNew, phase }: { readonly isNew: boolean; readonly phase: 'first' | 'last' | 'waited' },
  ): Promise<void> {
    if (!(await this.#put(row, result))) return;
    this.#emails.add(row, result);
    this.#emit({ kind: 'row', row, result, isRepeat: phase === 'last' });
    if (result.state !== 'unknown') {
      this.#unknownInARow = 0;
      return;
    }
    if (result.ledgerId !== undefined) this.#unknownIds.add(result.ledgerId);
    if (phase !== 'first') return;
    this.#unknown.push(row);
    // What an earlier run left open says nothing about the network now.
    if (!isNew) return;
    this.#unknownInARow += 1;
    if (this.#unknownInARow >= maxUnknownInARow) this.#stopped ??= { kind: 'many-unknown' };
  }

  /** False when it cannot be remembered, for example on a full disk: then nothing more is sent. */
  async #put(row: CheckedRow, result: RowResult): Promise<boolean> {
    try {
      await this.#context.store.put(row.key, result);
      return true;
    } catch (error) {
      this.#stopped ??= { kind: 'ledger', message: error instanceof Error ? error.message : String(error) };
      return false;
    }
  }

  /** Looks for the unknown rows once more, and sends those again that HelpCrunch would refuse if they were there. */
  async #resolveUnknown(): Promise<void> {
    if (this.#unknown.length === 0 || this.#isStopped()) return;
    this.#emit({ kind: 'looking-up', rows: this.#unknown.length });
    await this.#context.pause(resendDelay, this.#context.stop);
    for (const row of this.#unknown) {
      if (this.#isStopped()) return;
      await this.#send(row, { phase: 'last' });
    }
  }
}
