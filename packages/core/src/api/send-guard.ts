import type { CreateCustomerPayload } from '../customer/customer-payload.ts';
import type { CustomerExists } from './outcome.ts';

/** May this be sent now? `sent-recently` can be overruled by the person, `in-flight` cannot. */
export type SendPermit =
  | { readonly kind: 'go'; readonly done: (customerExists: CustomerExists) => void }
  | { readonly kind: 'in-flight' }
  | {
      readonly kind: 'sent-recently';
      readonly secondsAgo: number;
      readonly customerExists: 'yes' | 'unknown';
    };

export interface SendGuard {
  /** Asks to send a payload to an account; `go` must be ended by `done`, whatever came of it. */
  request(
    account: string,
    payload: CreateCustomerPayload,
    options?: { readonly again?: boolean },
  ): SendPermit;
}

export interface SendGuardOptions {
  /** Milliseconds since any moment; by default a clock that no one sets. */
  readonly now?: () => number;
  /** Milliseconds in which the same payload to the same account is asked about. */
  readonly repeatWindow?: number;
}

export const defaultRepeatWindow = 60_000;

/**
 * One send in flight per account and payload, and a question before the same one goes out again within the window.
 * A send that made no customer for certain may be repeated at once. Keeps its memory for as long as the process lives.
 */
export function createSendGuard({
  now = () => performance.now(),
  repeatWindow = defaultRepeatWindow,
}: SendGuardOptions = {}): SendGuard {
  const inFlight = new Set<string>();
  const sent = new Map<string, { at: number; customerExists: 'yes' | 'unknown' }>();
  return {
    request(account, payload, { again = false } = {}) {
      for (const [key, { at }] of sent) if (now() - at >= repeatWindow) sent.delete(key);
      const key = JSON.stringify([account, payload]);
      const last = sent.get(key);
      if (inFlight.has(key)) return { kind: 'in-flight' };
      if (last && !again) {
        const secondsAgo = Math.max(0, Math.round((now() - last.at) / 1000));
        return { kind: 'sent-recently', secondsAgo, customerExists: last.customerExists };
      }
      inFlight.add(key);
      let isDone = false;
      return {
        kind: 'go',
        done(customerExists) {
          // Said twice, it would end the send of whoever came next.
          if (isDone) return;
          isDone = true;
          inFlight.delete(key);
          if (customerExists !== 'no') sent.set(key, { at: now(), customerExists });
        },
      };
    },
  };
}
