import {
  checkManyDuplicates,
  type DuplicateCheck,
  type LookupFailure,
  rateLimitWait,
} from '@helpcrunch-customer-kit/core';
import type { CheckedRow } from '../check/check-rows.ts';
import type { RunContext, RunEvent } from './run-context.ts';

interface BatchContext extends Pick<RunContext, 'account' | 'pacer' | 'abort'> {
  readonly isStopped: () => boolean;
  readonly emit: (event: RunEvent) => void;
}

export interface CheckedBatch {
  /** One for each row; `undefined` where it has to be checked by itself. */
  readonly checks: readonly (DuplicateCheck | undefined)[];
  /** How many rows HelpCrunch accepted in one search. */
  readonly size: number;
  /** Why rows have to be checked by themselves. */
  readonly failure?: LookupFailure | undefined;
}

const maxRetries = 5;

/**
 * The duplicate checks of a batch in one search. HelpCrunch documents no limit for the filters of a search: what it
 * refuses is halved.
 */
export async function checkBatch(batch: readonly CheckedRow[], context: BatchContext): Promise<CheckedBatch> {
  const { account, abort, pacer, isStopped, emit } = context;
  const requests = batch.map(({ plan }) => plan.request);
  let failure: LookupFailure | undefined;
  for (let retry = 0; retry < maxRetries && !isStopped(); retry += 1) {
    const found = await checkManyDuplicates(account.connection, requests, { signal: abort });
    if (!('kind' in found)) return { checks: found, size: batch.length };
    if (found.kind !== 'too-many') failure = found;
    if (found.kind === 'refused' && found.status === 429) {
      const milliseconds = rateLimitWait(found.retryAfter) * 1000;
      pacer.hold(milliseconds);
      emit({ kind: 'waiting', milliseconds, reason: 'rate-limited' });
      continue;
    }
    if (!isTooLarge(found) || batch.length === 1) break;
    const middle = Math.ceil(batch.length / 2);
    const first = await checkBatch(batch.slice(0, middle), context);
    const second = await checkBatch(batch.slice(middle), context);
    return {
      checks: [...first.checks, ...second.checks],
      size: Math.min(first.size, second.size),
      failure: first.failure ?? second.failure,
    };
  }
  return { checks: batch.map(() => undefined), size: batch.length, failure };
}

function isTooLarge(failure: LookupFailure | { readonly kind: 'too-many' }): boolean {
  return failure.kind === 'too-many' || (failure.kind === 'refused' && failure.status === 400);
}
