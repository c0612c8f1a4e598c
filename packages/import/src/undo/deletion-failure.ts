import type { LookupFailure } from '@helpcrunch-customer-kit/core';
import type { StopReason } from '../run/row-outcome.ts';

/** What a request that was not carried out means for the undo. */
export type DeletionFailure =
  | { readonly kind: 'stop'; readonly reason: StopReason }
  /** Worth another try; the reason is why it stops after the last one. */
  | { readonly kind: 'retry'; readonly reason: StopReason; readonly retryAfter?: number | undefined }
  /** HelpCrunch refuses this one customer. */
  | { readonly kind: 'refused' };

/** Reading and deleting are both safe to repeat: a lost answer is like a request that never arrived. */
export function deletionFailure(failure: LookupFailure): DeletionFailure {
  switch (failure.kind) {
    case 'not-sent':
    case 'uncertain':
      return failure.reason === 'aborted' || failure.reason === 'cancelled'
        ? { kind: 'stop', reason: { kind: 'cancelled' } }
        : retry("HelpCrunch can't be reached, or its answers are lost. Check the network, then continue.");
    case 'unreadable':
      return retry(`HelpCrunch's answer (${failure.status}) can't be read. Continue later.`);
    case 'refused':
      return refusal(failure);
    default: {
      const unreachable: never = failure;
      return unreachable;
    }
  }
}

function refusal({
  status,
  retryAfter,
  byHelpCrunch,
}: Extract<LookupFailure, { kind: 'refused' }>): DeletionFailure {
  if (status === 429) return { kind: 'retry', reason: { kind: 'rate-limited' }, retryAfter };
  if (status === 401 && byHelpCrunch) {
    return stop('unauthorized', 'HelpCrunch refused the API key (401). Check it, then continue.');
  }
  if (status === 403 && byHelpCrunch) {
    return stop('unauthorized', 'This API key may not read or delete customers (403). Use another key.');
  }
  if (status >= 500 || status === 408) return retry(`HelpCrunch answers with ${status}. Continue later.`);
  if (!byHelpCrunch) {
    const message = `Something between this machine and HelpCrunch refused the request (${status}). Check firewall and proxy.`;
    return stop('blocked', message);
  }
  return { kind: 'refused' };
}

function stop(kind: 'unauthorized' | 'blocked', message: string): DeletionFailure {
  return { kind: 'stop', reason: { kind, message } };
}

function retry(message: string): DeletionFailure {
  return { kind: 'retry', reason: { kind: 'not-reachable', message } };
}
