import { ApiKey, connect, type Fetch } from '@helpcrunch-customer-kit/core';
import { type LocalSandbox, usualPort } from '../sandbox/local-sandbox.ts';
import { type Account, sandboxLabel } from './account.ts';

/** The account that is always there: in this process, or over HTTP on this machine while the sandbox has a port. */
export function sandboxAccount(sandbox: LocalSandbox, answerTimeout: number, fetch?: Fetch): Account {
  const key = ApiKey.read('sandbox');
  if (!key.ok) throw new Error('the key of the sandbox is readable');
  const common = { apiKey: key.key, answerTimeout };
  const { listener } = sandbox;
  const connection = listener
    ? connect({ ...common, baseUrl: listener.baseUrl, fetch })
    : connect({ ...common, baseUrl: `http://127.0.0.1:${usualPort}/v1`, fetch: sandbox.fetch });
  const host = listener && new URL(listener.baseUrl).host;
  return { kind: 'sandbox', label: sandboxLabel, host, identity: 'sandbox', connection };
}
