import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, test } from 'vitest';
import { startSandbox } from '../test/start-sandbox.ts';
import { createSandbox } from './index.ts';
import { listen } from './listen.ts';

async function statusFor(port: number, host: string): Promise<number | undefined> {
  const asked = request({ port, host: '127.0.0.1', path: '/v1/customers/1', headers: { host } }).end();
  const [answer] = await once(asked, 'response');
  answer.resume();
  return answer.statusCode;
}

test('listen: returns its port and base URL', async () => {
  await using listener = await listen(createSandbox());
  expect(listener.port).toBeGreaterThan(0);
  expect(listener.baseUrl).toBe(`http://127.0.0.1:${listener.port}/v1`);
});

test.each(['127.0.0.1', 'localhost', 'LOCALHOST:80', '[::1]:80'])(
  'listen: accepts the host %s',
  async (host) => {
    await using listener = await listen(createSandbox());
    expect(await statusFor(listener.port, host)).toBe(401);
  },
);

test.each(['example.com', 'localhost.example.com', '127.0.0.1.example.com', '0.0.0.0'])(
  'listen: refuses the host %s with 403 and does not record the request',
  async (host) => {
    await using listener = await listen(createSandbox());
    expect(await statusFor(listener.port, host)).toBe(403);
    expect(listener.sandbox.requests).toEqual([]);
  },
);

test('listen: listens on no other address of this machine', async () => {
  await using listener = await listen(createSandbox());
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of others) {
    const socket = connect(listener.port, address);
    await expect(once(socket, 'connect')).rejects.toThrow('ECONNREFUSED');
  }
});

test('listen: rejects with EADDRINUSE for a port in use', async () => {
  await using listener = await listen(createSandbox());
  await expect(listen(createSandbox(), { port: listener.port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

test.each(['slow', 'created-then-timeout'] as const)(
  'close: ends a waiting request, scenario %s',
  async (scenario) => {
    const started = await startSandbox({ scenario });
    const waiting = started.create({ name: 'Ada Lovelace' });
    const ended = expect(waiting).rejects.toThrow('fetch failed');
    await expect.poll(() => started.sandbox.customers).toHaveLength(1);
    await started[Symbol.asyncDispose]();
    await ended;
  },
);

test('close: ends idle connections too, and can be called twice', async () => {
  const listener = await listen(createSandbox());
  const socket = connect(listener.port, '127.0.0.1');
  await once(socket, 'connect');
  await Promise.all([once(socket, 'close'), listener.close()]);
  await listener.close();
  await expect(fetch(listener.baseUrl)).rejects.toThrow('fetch failed');
});

test('a client that leaves while sending is not recorded', async () => {
  await using listener = await listen(createSandbox());
  const socket = connect(listener.port, '127.0.0.1');
  socket.write(
    'POST /v1/customers HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer k\r\nContent-Length: 99\r\n\r\n{',
  );
  await once(socket, 'connect');
  await new Promise<void>((resolve) => socket.end(resolve));
  await once(socket.resume(), 'close');
  expect(listener.sandbox.requests).toEqual([]);
  expect(listener.sandbox.customers).toEqual([]);
});

test('the sandbox survives a client that leaves while waiting', async () => {
  await using started = await startSandbox({ scenario: 'created-then-timeout' });
  const leaving = new AbortController();
  const waiting = fetch(`${started.baseUrl}/customers`, {
    method: 'POST',
    headers: { authorization: 'Bearer any-key' },
    body: '{}',
    signal: leaving.signal,
  });
  const left = expect(waiting).rejects.toThrow('gave up');
  await expect.poll(() => started.sandbox.customers).toHaveLength(1);
  leaving.abort(new Error('gave up'));
  await left;
  expect((await started.get(1)).status).toBe(200);
});

test('listen: leaves the globals of the process alone', async () => {
  const { Request: before } = globalThis;
  await using _listener = await listen(createSandbox());
  expect(globalThis.Request).toBe(before);
});
