import type { Sandbox } from '@helpcrunch-customer-kit/sandbox';
import { guarded } from './waits.ts';

export type RequestKind = 'lookups' | 'creates';

/** Holds back requests to the live API, so that a scenario can act during a request. */
export interface Gate {
  /** Holds back requests of one kind; `undefined` lets all requests pass. */
  hold(kind: RequestKind | undefined): void;
  /** Answers every request with a page, as a firewall does. */
  block(): void;
  /** How many requests came, with those that were canceled while they were held. */
  came(kind: RequestKind): number;
  /** Resolves once this many requests came. */
  arrives(kind: RequestKind, count: number): Promise<void>;
  reset(): void;
}

/** A sandbox behind a gate. */
export function gated(sandbox: Sandbox): { readonly sandbox: Sandbox; readonly gate: Gate } {
  let held: RequestKind | undefined;
  let waiting: (() => void)[] = [];
  let isBlocked = false;
  let arrived: RequestKind[] = [];
  let onArrival: (() => void)[] = [];
  function hold(kind: RequestKind | undefined): void {
    held = kind;
    const released = waiting;
    waiting = [];
    for (const pass of released) pass();
  }
  function came(kind: RequestKind): number {
    return arrived.filter((one) => one === kind).length;
  }
  function record(kind: RequestKind): void {
    arrived.push(kind);
    const waiters = onArrival;
    onArrival = [];
    for (const wake of waiters) wake();
  }
  async function fetch(request: Request): Promise<Response> {
    const kind = request.url.endsWith('/customers') ? 'creates' : 'lookups';
    if (request.method === 'POST') {
      record(kind);
      if (kind === held) await new Promise<void>((resolve) => waiting.push(resolve));
    }
    if (isBlocked) return new Response('<h1>Forbidden by policy</h1>', { status: 403 });
    return sandbox.fetch(request);
  }
  return {
    sandbox: { ...sandbox, fetch },
    gate: {
      hold,
      block() {
        isBlocked = true;
      },
      came,
      async arrives(kind, count) {
        while (came(kind) < count) {
          const next = new Promise<void>((resolve) => onArrival.push(resolve));
          await guarded(next, `no request came to the gate (${kind})`);
        }
      },
      reset() {
        hold(undefined);
        isBlocked = false;
        arrived = [];
      },
    },
  };
}
