import {
  type Connection,
  deleteCustomer,
  getCustomer,
  type LookupFailure,
  type Pause,
  rateLimitWait,
} from '@helpcrunch-customer-kit/core';
import type { Hash } from '../check/row-key.ts';
import type { Pacer } from '../run/pacer.ts';
import type { StopReason } from '../run/row-outcome.ts';
import { type CustomerMark, markOf } from './customer-mark.ts';
import { deletionFailure } from './deletion-failure.ts';

/** A customer that HelpCrunch's own answer to a create of the run named. */
export interface UndoTarget {
  readonly id: string;
  readonly mark: CustomerMark;
}

/**
 * What became of one: `deleting` is written before its request leaves. `changed` and `seen` customers stay; `gone` ones
 * were deleted by someone else.
 */
export type UndoState = 'deleting' | 'deleted' | 'gone' | 'changed' | 'seen' | 'failed';

/** Remembers what was deleted, across processes. A port; see `./node` for a file. */
export interface UndoStore {
  get(id: string): UndoState | undefined;
  /** Resolves when the state outlives a crash. */
  put(id: string, state: UndoState): Promise<void>;
}

export type UndoEvent =
  | { readonly kind: 'customer'; readonly id: string; readonly state: UndoState }
  | {
      readonly kind: 'waiting';
      readonly milliseconds: number;
      readonly reason: 'rate-limited' | 'not-reachable';
    };

export interface UndoContext {
  readonly connection: Connection;
  readonly store: UndoStore;
  readonly hash: Hash;
  readonly pacer: Pacer;
  readonly pause: Pause;
  /** Lets the request on its way finish, and sends no other. */
  readonly stop?: AbortSignal | undefined;
  readonly abort?: AbortSignal | undefined;
  readonly onEvent?: ((event: UndoEvent) => void) | undefined;
}

const maxRetries = 5;

/** True for a customer that nothing is left to do about. */
function isUndone(state: UndoState | undefined): boolean {
  return state !== undefined && state !== 'deleting' && state !== 'failed';
}

/**
 * Deletes the customers that a run created, one at a time. Each is read first, and stays where it was changed or seen
 * since. May be repeated after it was stopped or killed. Returns why it stopped early, if it did.
 */
export async function undoRun(
  targets: AsyncIterable<UndoTarget>,
  context: UndoContext,
): Promise<StopReason | undefined> {
  const { store, pacer } = context;
  const connection = {
    ...context.connection,
    pace: (signal: AbortSignal | undefined) => pacer.pace(signal),
  };
  for await (const target of targets) {
    if (isUndone(store.get(target.id))) continue;
    const stopped = await undoOne(target, { ...context, connection });
    if (stopped) return stopped;
  }
  return undefined;
}

async function undoOne(
  { id, mark }: UndoTarget,
  { connection, store, hash, pacer, pause, stop, abort, onEvent }: UndoContext,
): Promise<StopReason | undefined> {
  for (let retry = 0; ; retry += 1) {
    if (stop?.aborted || abort?.aborted) return { kind: 'cancelled' };
    const step = await nextState({ id, mark }, { connection, store, hash, abort });
    if (typeof step === 'string') {
      try {
        await store.put(id, step);
      } catch (error) {
        return { kind: 'ledger', message: error instanceof Error ? error.message : String(error) };
      }
      onEvent?.({ kind: 'customer', id, state: step });
      return undefined;
    }
    if ('stop' in step) return step.stop;
    const failure = deletionFailure(step.failure);
    if (failure.kind === 'stop') return failure.reason;
    if (failure.kind === 'refused') {
      await store.put(id, 'failed');
      onEvent?.({ kind: 'customer', id, state: 'failed' });
      return undefined;
    }
    if (retry >= maxRetries) return failure.reason;
    const isLimited = failure.reason.kind === 'rate-limited';
    const milliseconds = isLimited ? rateLimitWait(failure.retryAfter) * 1000 : 1000 * 2 ** retry;
    pacer.hold(milliseconds);
    onEvent?.({ kind: 'waiting', milliseconds, reason: isLimited ? 'rate-limited' : 'not-reachable' });
    await pause(milliseconds, stop);
  }
}

type Step = UndoState | { readonly failure: LookupFailure } | { readonly stop: StopReason };

/** Reads a customer, and deletes it where it is as it was created. */
async function nextState(
  { id, mark }: UndoTarget,
  { connection, store, hash, abort }: Pick<UndoContext, 'connection' | 'store' | 'hash' | 'abort'>,
): Promise<Step> {
  const found = await getCustomer(connection, id, abort);
  // A request to delete it left before: that it is gone now is its doing.
  const gone = store.get(id) === 'deleting' ? 'deleted' : 'gone';
  if (found.kind === 'gone') return gone;
  if (found.kind !== 'customer') return { failure: found };
  const now = markOf(found.customer, hash);
  if (now.lastSeen !== mark.lastSeen) return 'seen';
  if (now.fields !== mark.fields) return 'changed';
  try {
    await store.put(id, 'deleting');
  } catch (error) {
    return { stop: { kind: 'ledger', message: error instanceof Error ? error.message : String(error) } };
  }
  const deleted = await deleteCustomer(connection, id, abort);
  switch (deleted.kind) {
    case 'deleted':
    case 'gone':
      return 'deleted';
    default:
      return { failure: deleted };
  }
}
