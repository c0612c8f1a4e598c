import type { Sandbox } from '@helpcrunch-customer-kit/sandbox';

export type Kind = 'look-ups' | 'creates';

/** Stands before the live API and holds requests back, so that something can be done while they are under way. */
export interface Gate {
  /** Lets everything pass but these; `undefined` opens the gate for good. */
  hold(kind: Kind | undefined): void;
  /** Answers everything with a page, as a firewall does. */
  block(): void;
  /** Requests that came to the gate, also those that were given up before they were let through. */
  came(kind: Kind): number;
  reset(): void;
}

/** A sandbox behind a gate. */
export function gated(sandbox: Sandbox): { readonly sandbox: Sandbox; readonly gate: Gate } {
  let held: Kind | undefined;
  let waiting: (() => void)[] = [];
  let isBlocked = false;
  let came: Kind[] = [];
  function hold(kind: Kind | undefined): void {
    held = kind;
    const released = waiting;
    waiting = [];
    for (const pass of released) pass();
  }
  async function fetch(request: Request): Promise<Response> {
    const kind = request.url.endsWith('/customers') ? 'creates' : 'look-ups';
    if (request.method === 'POST') {
      came.push(kind);
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
      came: (kind) => came.filter((one) => one === kind).length,
      reset() {
        hold(undefined);
        isBlocked = false;
        came = [];
      },
    },
  };
}
