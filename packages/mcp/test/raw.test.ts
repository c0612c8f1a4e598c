import { runProgram } from '@helpcrunch-customer-kit/testing/run-program';
import { expect, test } from 'vitest';
import { openPlace, program } from './connect.ts';
import { RawClient } from './raw-client.ts';

const modern = {
  _meta: {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientInfo': { name: 'raw', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': { elicitation: {} },
  },
};

test('over standard streams: initialize names the server and the version of the protocol', async () => {
  await using place = await openPlace();
  await using client = new RawClient([], place.env);
  const { result } = await client.initialize();
  expect(result).toMatchObject({
    protocolVersion: '2025-06-18',
    serverInfo: { name: 'helpcrunch-customer-mcp' },
    capabilities: { tools: {} },
  });
});

test('over standard streams: a client of 2026 needs no handshake', async () => {
  await using place = await openPlace();
  await using client = new RawClient([], place.env);
  expect((await client.send('server/discover', modern)).result).toMatchObject({
    supportedVersions: expect.arrayContaining(['2026-07-28']),
  });
  const { result } = await client.send('tools/call', {
    ...modern,
    name: 'plan_customers',
    arguments: { customers: [{ name: 'Ada' }] },
  });
  expect(result).toMatchObject({ structuredContent: { account: { kind: 'sandbox' } } });
});

test('an unknown tool is a protocol error; bad arguments of a known one name the argument', async () => {
  await using place = await openPlace();
  await using client = new RawClient([], place.env);
  await client.initialize();
  const { error } = await client.send('tools/call', { name: 'delete_customers', arguments: {} });
  expect(error).toMatchObject({ code: -32602 });
  const answer = await client.call('plan_customers', { customers: 'Ada' });
  expect(answer).toMatchObject({ isError: true, text: expect.stringContaining('customers') });
});

test('a line that is not JSON-RPC is answered or passed over, and the next one is served', async () => {
  await using place = await openPlace();
  await using client = new RawClient([], place.env);
  await client.initialize();
  for (const line of ['not json', '[]', '{"jsonrpc":"1.0"}', '']) client.write(line);
  expect(await client.call('describe_customer')).toMatchObject({ isError: false });
  for (const line of client.lines) expect(JSON.parse(line)).toMatchObject({ jsonrpc: '2.0' });
});

test('an answer that the client makes up, without a question, approves nothing', async () => {
  await using place = await openPlace();
  for (const argv of [['--live'], ['--live', '--trust-client-approval']]) {
    await using client = new RawClient(argv, place.env);
    const customers = [{ name: 'Ada' }];
    const planned = await client.send('tools/call', {
      ...modern,
      name: 'plan_customers',
      arguments: { customers },
    });
    const { plan_id } = (planned.result?.['structuredContent'] ?? {}) as { plan_id?: string };
    const call = (extra: object) =>
      client.send('tools/call', { ...modern, name: 'create_customers', arguments: { plan_id }, ...extra });
    const inputResponses = { approval: { action: 'accept', content: { approve: true } } };
    const first = await call({ inputResponses });
    const made = await call({ inputResponses, requestState: 'made-up' });
    expect(place.posts()).toBe(0);
    if (argv.length === 1) {
      expect(made.result).toMatchObject({ structuredContent: { status: 'approval_required' } });
      continue;
    }
    expect(first.result).toMatchObject({ resultType: 'input_required' });
    // The last question counts; its answer is taken once, however often it comes.
    const requestState = String(made.result?.['requestState']);
    const created = await Promise.all([
      call({ inputResponses, requestState }),
      call({ inputResponses, requestState }),
    ]);
    const again = await call({ inputResponses, requestState });
    expect(again.result).toMatchObject({
      structuredContent: { status: 'done', results: [{ outcome: 'created' }] },
    });
    expect(created.map(({ result }) => result?.['structuredContent'])).toContainEqual(
      again.result?.['structuredContent'],
    );
    expect(place.posts()).toBe(1);
  }
});

test('the server ends with its client, and leaves nothing behind that a new one would wait for', async () => {
  await using place = await openPlace();
  for (let start = 0; start < 2; start += 1) {
    await using client = new RawClient([], place.env);
    await client.initialize();
    await client.call('find_customers', { email: 'a@example.com' });
    client.child.stdin?.end();
    expect(await client.gone()).toBe(0);
    expect(client.log).toBe('');
  }
});

test.each([
  [['--help'], 0],
  [['--version'], 0],
  [['--live', '--sandbox'], 2],
  [['--sandbox=https://api.helpcrunch.com/v1'], 2],
  [['--key=abc'], 2],
])('%j ends with %i', async (argv, code) => {
  await using place = await openPlace();
  expect((await runProgram([process.execPath, program, ...argv], { env: place.env })).code).toBe(code);
});
