import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import type { Figure } from '../results.ts';
import { runPeerScript } from './peer-script.ts';

/** What a create costs over a real socket, beside a bare `fetch`; the server is in this process, the client in another. */
export async function measureCreate(): Promise<Record<string, Figure>> {
  await using server = await listen(createSandbox({ requestsPerMinute: Number.POSITIVE_INFINITY }));
  return await runPeerScript('create', [server.baseUrl]);
}
