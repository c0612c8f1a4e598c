import type { Sandbox } from '@helpcrunch-customer-kit/sandbox';
import { guarded } from './waits.ts';

export type RequestKind = 'look-ups' | 'creates';

/** Stands before the live API and holds requests back, so that something can be done while they are under way. */
export interface Gate {
  /** Holds back requests of one kind and lets everything else pass; `undefined` opens the gate for good. */
  hold(kind: RequestKind | undefined): void;
  /** Answers everything with a page, as a firewall does. */
  block(): void;
  /** How many requests came to the gate, with those that were given up before they were let through. */
  came(kind: RequestKind): number;
  /** Resolves once so many requests came. */
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
  function note(kind: RequestKind): void {
    arrived.push(kind);
    const waked = onArrival;
    onArrival = [];
    for (const wake of waked) wake();
  }
  async function fetch(request: Request): Promise<Response> {
    const kind = request.url.endsWith('/customers') ? 'creates' : 'look-ups';
    if (request.method === 'POST') {
      note(kind);
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
