import { createSandbox, type Sandbox, type SandboxOptions } from '@helpcrunch-customer-kit/sandbox';
import { type Listener, listen } from '@helpcrunch-customer-kit/sandbox/listen';

/** Answers a request in place of the sandbox; `pass` hands it on. What is thrown loses the answer. */
export type Rule = (request: Request, pass: () => Promise<Response>) => Promise<Response>;

/** A sandbox behind something that answers for it now and then: a proxy, a lagging index, a rate limit. */
export function behindFront(rule: Rule, options: SandboxOptions = {}): Promise<Listener> {
  const sandbox = createSandbox(options);
  const front: Sandbox = Object.create(sandbox, {
    fetch: { value: (request: Request) => rule(request, async () => sandbox.fetch(request)) },
  });
  return listen(front);
}

export function isCreate({ method, url }: Request): boolean {
  return method === 'POST' && new URL(url).pathname === '/v1/customers';
}

/** How many creates have arrived. */
export function creates({ sandbox }: Listener): number {
  return sandbox.requests.filter(({ method, path }) => method === 'POST' && path === '/v1/customers').length;
}
