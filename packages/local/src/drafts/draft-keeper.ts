import { buildPayload, type CreateCustomerPayload } from '@helpcrunch-customer-kit/core';
import type { Work } from './draft-record.ts';
import type { DraftStore, SavedDraft } from './draft-store.ts';

/** Where someone stands: what there is to come back to, and what needs no coming back to. */
export interface Progress extends Work {
  /** Which customer of this run it is, counted up. */
  readonly customer: number;
  /** What was created last. */
  readonly created: CreateCustomerPayload | undefined;
}

/** Keeps the work on the disk while it is being done. */
export interface DraftKeeper {
  /** Goes on with a draft that was left behind: its file becomes this program's. `false` when another was quicker. */
  adopt(draft: SavedDraft): boolean;
  /** Saves when there is something new to save; called after every change, so it is quick when there is not. */
  onState(progress: Progress): void;
  /** The last word: what was not sent stays, what was created goes. True when there is a draft to come back to. */
  onEnd(progress: Progress): boolean;
}

export interface DraftKeeperOptions {
  readonly store: Pick<DraftStore, 'save' | 'discard' | 'park' | 'adopt'>;
  /** What was there before anyone did anything; it is not saved as it is. */
  readonly start: Progress;
  /** Says that the disk fails: once, and the work goes on. */
  readonly note: (message: string) => void;
}

export function createDraftKeeper({ store, start, note }: DraftKeeperOptions): DraftKeeper {
  /** What is on the disk; `undefined` after a failure, so that the next time tries again. */
  let last: string | undefined = fingerprint(start);
  let isSaved = false;
  let { customer } = start;
  let hasFailed = false;

  const tell = (failure: string | undefined) => {
    if (failure !== undefined && !hasFailed) note(failure);
    hasFailed ||= failure !== undefined;
    return failure === undefined;
  };
  const keep = (progress: Progress): void => {
    const now = fingerprint(progress);
    if (now === last) return;
    last = now;
    if (progress.customer !== customer) {
      customer = progress.customer;
      // What is still saved of the customer before is still to be created, such as a live one that was tried in the sandbox.
      if (isSaved) tell(store.park());
      isSaved = false;
    }
    if (isWorthKeeping(progress)) {
      isSaved = tell(store.save(progress));
      if (!isSaved) last = undefined;
    } else if (isSaved) {
      isSaved = !tell(store.discard());
    }
  };
  return {
    adopt(draft) {
      // Where another wizard was quicker, both go on with what the draft says, each in a file of its own.
      const isAdopted = store.adopt(draft);
      isSaved ||= isAdopted;
      return isAdopted;
    },
    onState: keep,
    onEnd(progress) {
      keep(progress);
      return isSaved && isWorthKeeping(progress);
    },
  };
}

/** Nothing entered is nothing to keep, and what was created needs no draft any more. */
function isWorthKeeping({ draft, created }: Progress): boolean {
  if (Object.keys(draft).length === 0) return false;
  return created === undefined || JSON.stringify(created) !== JSON.stringify(buildPayload(draft));
}

function fingerprint(progress: Progress): string {
  const { account, draft, furthest, isUnknown, ledgerIds, customer, created, unread } = progress;
  return JSON.stringify([account, draft, furthest, isUnknown, ledgerIds, customer, created, unread]);
}
