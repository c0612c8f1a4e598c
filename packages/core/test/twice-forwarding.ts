import { text } from 'node:stream/consumers';
import { createSandbox, type Sandbox, type SandboxOptions } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { serve } from '@helpcrunch-customer-kit/testing/servers';
import type { Connection } from '../src/api/connection.ts';
import { connectionTo } from './connections.ts';

/** A front of the kind that loses an answer and passes a create on once more, and the sandbox behind it. */
export async function behindFront(
  options: SandboxOptions = {},
): Promise<{ readonly sandbox: Sandbox; readonly connection: Connection } & AsyncDisposable> {
  const listener = await listen(createSandbox(options));
  const front = await serve(async (request, response) => {
    const body = await text(request);
    const pass = () =>
      fetch(new URL(String(request.url), listener.baseUrl), {
        method: String(request.method),
        headers: { authorization: String(request.headers.authorization), 'content-type': 'application/json' },
        body,
      });
    if (request.url?.endsWith('/customers')) await pass();
    const answer = await pass();
    response.writeHead(answer.status).end(await answer.text());
  });
  return {
    sandbox: listener.sandbox,
    connection: connectionTo(front.baseUrl),
    async [Symbol.asyncDispose]() {
      await front[Symbol.asyncDispose]();
      await listener.close();
    },
  };
}
