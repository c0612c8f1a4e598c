import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { serve } from '@helpcrunch-customer-kit/testing/servers';
import { temporaryFolder } from '@helpcrunch-customer-kit/testing/temporary-folder';
import { type CallToolResult, Client } from '@modelcontextprotocol/client';
import { InMemoryTransport } from '@modelcontextprotocol/server';
import { expect, test } from 'vitest';
import { createServers } from '../src/serve.ts';
import { createSession } from '../src/session.ts';
import { toAnswer } from './connect.ts';

test('create_customers: what takes long is "running" with its ledger IDs, and the same call returns the results', async () => {
  using folder = temporaryFolder();
  const sandbox = createSandbox();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  // Creates wait until the test lets them go on.
  await using slow = await serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (request.url === '/v1/customers') await held;
    const { method = '', url = '', headers } = request;
    const body = method === 'POST' ? { body: Buffer.concat(chunks) } : {};
    const answer = await sandbox.fetch(
      new Request(`http://127.0.0.1${url}`, { method, headers: headers as Record<string, string>, ...body }),
    );
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  const session = createSession(
    { account: { kind: 'sandbox', url: slow.baseUrl }, trustsClient: false },
    { platform: process.platform, env: { HELPCRUNCH_STATE_DIR: folder.path } },
  );
  const { create, runner } = createServers({ session, version: '0.0.0', answerWithin: 50 });
  const [near, far] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: 'test', version: '1.0.0' });
  await Promise.all([create().connect(far), client.connect(near as never)]);
  const progress: string[] = [];
  const call = async (name: string, args: Record<string, unknown>) =>
    toAnswer(
      (await client.callTool(
        { name, arguments: args },
        { onprogress: ({ message }) => void progress.push(String(message)) },
      )) as CallToolResult,
    );
  const { data } = await call('plan_customers', { customers: [{ name: 'Ada' }, { name: 'Grace' }] });
  const args = { plan_id: data['plan_id'], request_key: 'k' };
  let running = await call('create_customers', args);
  expect(progress).toEqual(['0 of 2 customers']);
  expect(running.text).toContain('Call create_customers again with the same arguments');
  while ((running.data['ledger_ids'] as string[]).length === 0)
    running = await call('create_customers', args);
  expect(running.data).toEqual({ status: 'running', results: [], ledger_ids: [expect.any(String)] });
  release();
  await runner.idle();
  const done = await call('create_customers', args);
  expect(done.data).toMatchObject({
    status: 'done',
    results: [
      { outcome: 'created', ledgerId: (running.data['ledger_ids'] as string[])[0] },
      { outcome: 'created' },
    ],
  });
  expect(sandbox.customers).toHaveLength(2);
  await client.close();
  await session.close();
});

test('a server that is closing begins no further customer', async () => {
  using folder = temporaryFolder();
  const session = createSession(
    { account: { kind: 'own-sandbox' }, trustsClient: false },
    { platform: process.platform, env: { HELPCRUNCH_STATE_DIR: folder.path } },
  );
  const { create } = createServers({ session, version: '0.0.0' });
  const [near, far] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: 'test', version: '1.0.0' });
  await Promise.all([create().connect(far), client.connect(near as never)]);
  const call = async (name: string, args: Record<string, unknown>) =>
    toAnswer((await client.callTool({ name, arguments: args })) as CallToolResult);
  const { data } = await call('plan_customers', { customers: [{ name: 'Ada' }] });
  await session.close();
  const stopped = await call('create_customers', { plan_id: data['plan_id'] });
  expect(stopped.data).toMatchObject({ results: [{ outcome: 'cancelled', customerExists: 'no' }] });
  await client.close();
});
