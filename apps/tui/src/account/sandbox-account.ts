import { ApiKey, connect } from '@helpcrunch-customer-kit/core';
import type { Account } from '@helpcrunch-customer-kit/local';
import { createSandbox } from '@helpcrunch-customer-kit/sandbox';

/** An account in a sandbox inside this process: it starts empty, and is gone when the process ends. */
export function sandboxAccount(): Account {
  const sandbox = createSandbox();
  const key = ApiKey.read('sandbox');
  if (!key.ok) throw new Error('the key of the sandbox is readable');
  const connection = connect({
    // Nothing listens there: the requests are answered in this process.
    baseUrl: 'http://127.0.0.1/v1',
    apiKey: key.key,
    fetch: (request) => sandbox.fetch(request),
  });
  return { kind: 'sandbox', label: 'sandbox', host: undefined, connection };
}
