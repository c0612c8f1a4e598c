import type { Connection } from '../api/connection.ts';
import type { DuplicateCheckResult } from './duplicate-check.ts';
import type { Ledger } from './ledger.ts';
import type { AccountLabel, Ask } from './question.ts';

/** Settles after some milliseconds, or as soon as the signal aborts. Never rejects. */
export type Pause = (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;

/** The platform's timer as a pause. */
export const pauseFor: Pause = (milliseconds, signal) =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
  });

/** How far a create is, for an app to show. */
export type Progress =
  | { readonly kind: 'checking-duplicates' }
  /** The request is about to leave; `ledgerId` is its entry in the ledger, if that could be written. */
  | { readonly kind: 'sending'; readonly ledgerId?: string }
  /** The answer was lost or ambiguous: the customer is looked for. */
  | { readonly kind: 'looking-up' }
  /** Rate limited: it is sent again at `until`, in milliseconds since 1970. */
  | {
      readonly kind: 'waiting';
      readonly until: number;
      readonly resend: number;
      readonly maxResends: number;
    };

export interface CreateContext {
  readonly account: AccountLabel & { readonly connection: Connection };
  /** The ledger of that account. */
  readonly ledger: Ledger;
  readonly ask: Ask;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Waits out rate limits with this, up to `maxResends` times; without it the first 429 is the outcome. */
  readonly pause?: Pause | undefined;
  /** For how long the same content is asked about, in milliseconds. */
  readonly repeatWindow?: number | undefined;
  /**
   * A duplicate check of this customer that was just made; used instead of a new one for `maxAge` milliseconds, 5 s
   * where none is given. Who comes between it and the request would be taken for the customer that was sent.
   */
  readonly check?:
    | { readonly result: DuplicateCheckResult; readonly at: number; readonly maxAge?: number | undefined }
    | undefined;
  /** A name for this create, under which the customer is created once; see `decideByKey`. */
  readonly idempotencyKey?: string | undefined;
  /**
   * It is a row of an import, which is known by its key: another body under the key is not refused, and another row with
   * the same content is another customer.
   */
  readonly isRow?: boolean | undefined;
}
