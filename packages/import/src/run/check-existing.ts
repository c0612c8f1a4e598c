import {
  customerId,
  type DuplicateCheck,
  type LookupFailure,
  lookupFailureMessage,
  userIdHolders,
} from '@helpcrunch-customer-kit/core';
import type { CheckedRow } from '../check/check-rows.ts';
import { checkBatch } from './check-batch.ts';
import type { StopReason } from './row-outcome.ts';
import type { RunContext } from './run-context.ts';

/** Rows whose duplicates are looked for in one search. */
export const maxBatchSize = 20;

/** A customer that exists already, and by what it is the row's. */
export interface ExistingCustomer {
  readonly by: 'userId' | 'email';
  /** HelpCrunch's id. */
  readonly id: string | undefined;
}

export type ExistingReading =
  | { readonly ok: true; readonly found: readonly (ExistingCustomer | undefined)[] }
  /** A failed search never counts as "none". */
  | { readonly ok: false; readonly reason: StopReason };

/** Looks up which rows exist in HelpCrunch: 20 in one search, fewer where HelpCrunch takes fewer. */
export class ExistingCheck {
  readonly #context: Pick<RunContext, 'account' | 'pacer' | 'existing' | 'stop' | 'abort' | 'onEvent'>;
  #size = maxBatchSize;

  constructor(context: Pick<RunContext, 'account' | 'pacer' | 'existing' | 'stop' | 'abort' | 'onEvent'>) {
    const { account, pacer } = context;
    const connection = {
      ...account.connection,
      pace: (signal: AbortSignal | undefined) => pacer.pace(signal),
    };
    this.#context = { ...context, account: { ...account, connection } };
  }

  /** How many rows to give at a time. */
  get size(): number {
    return this.#size;
  }

  async find(rows: readonly CheckedRow[]): Promise<ExistingReading> {
    const { stop, abort, onEvent, existing } = this.#context;
    const { checks, size, failure } = await checkBatch(rows, {
      ...this.#context,
      isStopped: () => stop?.aborted === true || abort?.aborted === true,
      emit: (event) => onEvent?.(event),
    });
    if (size < rows.length) this.#size = size;
    if (stop?.aborted || abort?.aborted) return { ok: false, reason: { kind: 'cancelled' } };
    if (failure || checks.includes(undefined)) return { ok: false, reason: reasonOf(failure) };
    return {
      ok: true,
      found: rows.map(({ plan: { request } }, index) => {
        const check = checks[index];
        return check && existingCustomer(check, request.userId, existing);
      }),
    };
  }
}

function existingCustomer(
  check: DuplicateCheck,
  userId: string | undefined,
  existing: 'skip' | 'create',
): ExistingCustomer | undefined {
  const [holder] = userId === undefined ? [] : userIdHolders(check, userId);
  if (holder) return { by: 'userId', id: customerId(holder) };
  const [same] = check.byEmail?.customers ?? [];
  return same && existing === 'skip' ? { by: 'email', id: customerId(same) } : undefined;
}

function reasonOf(failure: LookupFailure | undefined): StopReason {
  if (failure?.kind !== 'refused') {
    const message = failure ? lookupFailureMessage(failure) : 'A search got no answer.';
    return { kind: 'not-reachable', message };
  }
  const { status, byHelpCrunch } = failure;
  const message = lookupFailureMessage(failure);
  if (status === 429) return { kind: 'rate-limited' };
  if (status === 401 || status === 403) return { kind: byHelpCrunch ? 'unauthorized' : 'blocked', message };
  return { kind: 'not-reachable', message };
}
