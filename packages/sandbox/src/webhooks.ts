import type { SandboxClock } from './clock.ts';
import type { StoredCustomer } from './store/customer.ts';

export interface WebhookOptions {
  readonly url: string;
  /** Signs the body. Default `sandbox`. */
  readonly secret?: string;
  /** Default: the global fetch. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Our choice; that deliveries repeat is documented. */
const maxAttempts = 3;
const retryDelayMs = 60_000;

export interface WebhookSender {
  /** Sends `customer.new` in the background. */
  send(customer: StoredCustomer): void;
  /** Ends all deliveries that wait or are on their way. */
  cancel(): void;
}

/**
 * Sends `customer.new` events, and repeats those that are not answered with 2xx.
 *
 * Source: the event's name, `attempts`, `lastAttemptAt` and the signature are documented; where the customer is in the
 * body is our choice.
 */
export function createWebhookSender(options: WebhookOptions, clock: SandboxClock): WebhookSender {
  const { url, secret = 'sandbox', fetch = globalThis.fetch } = options;
  let deliveries = new AbortController();

  async function deliver(customer: StoredCustomer, signal: AbortSignal): Promise<void> {
    let lastAttemptAt: string | null = null;
    for (let attempts = 1; attempts <= maxAttempts; attempts += 1) {
      const body = JSON.stringify({ event: 'customer.new', attempts, lastAttemptAt, data: customer });
      const headers = {
        'content-type': 'application/json',
        'x-helpcrunch-signature': await sign(body, secret),
      };
      lastAttemptAt = (clock.now() / 1000).toFixed(3);
      const response = await fetch(new Request(url, { method: 'POST', headers, body, signal })).catch(
        () => undefined,
      );
      if (response?.ok || signal.aborted) {
        return;
      }
      await clock.wait(retryDelayMs, signal);
    }
  }

  return {
    send(customer) {
      // Rejects only when it is canceled.
      deliver(customer, deliveries.signal).catch(() => undefined);
    },
    cancel() {
      deliveries.abort();
      deliveries = new AbortController();
    },
  };
}

/** Hex HMAC-SHA1 of the body. Source: documented. */
async function sign(body: string, secret: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-1' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, encoder.encode(body));
  return new Uint8Array(signature).reduce((hex, byte) => hex + byte.toString(16).padStart(2, '0'), '');
}
