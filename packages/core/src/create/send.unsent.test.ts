import { execFile } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { connectionTo } from '../../test/connections.ts';
import { send } from '../../test/send.ts';
import { readCustomer } from '../reading/read-customer.ts';

const ada = readCustomer({ name: 'Ada Lovelace' });
const notSent = (reason: string) => ({ outcome: 'not-sent', customerExists: 'no', reason });

/** A TCP server of the test's own: all that a proxy or a broken network needs. */
async function plainServer(meet: (socket: Socket) => void) {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    meet(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.close();
      await once(server, 'close');
    },
  };
}

test.each([1, 6000, 10080])('a port that fetch blocks (%i) cannot be used', async (port) => {
  const connection = connectionTo(`http://127.0.0.1:${port}/v1`);
  expect(await send(connection, ada)).toMatchObject(notSent('unusable-url'));
});

test('an address that no network leads to is unreachable', async () => {
  const connection = connectionTo('https://255.255.255.255/v1');
  expect(await send(connection, ada)).toMatchObject(notSent('unreachable'));
});

test.each(['end', 'destroy'] as const)(
  'a connection that ends (%s) before it is secure was not used',
  async (how) => {
    await using server = await plainServer((socket) => socket.once('data', () => socket[how]()));
    const connection = connectionTo(`https://127.0.0.1:${server.port}/v1`);
    expect(await send(connection, ada)).toMatchObject(notSent('not-secured'));
  },
);

const program = `
const { ApiKey, answerYes, connect, createCustomer, createMemoryLedger, planCustomer, readCustomer } = await import(process.argv[1]);
const { key } = ApiKey.read('sandbox-key-0123456789');
const connection = connect({ baseUrl: 'https://helpcrunch.invalid/v1', apiKey: key });
const account = { kind: 'live', label: 'test', host: undefined, connection };
const plan = planCustomer(readCustomer({ name: 'Ada' }), { now: Date.now() });
const context = { account, ledger: createMemoryLedger(), ask: answerYes() };
console.log(JSON.stringify(await createCustomer(plan, context)));
`;

test.each([403, 407, 502])('a proxy that answers %i to CONNECT was sent nothing', async (status) => {
  const heard: string[] = [];
  await using proxy = await plainServer((socket) =>
    socket.once('data', (data) => {
      heard.push(data.toString());
      socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
    }),
  );
  const index = fileURLToPath(new URL('../index.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', program, index],
    { env: { NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` } },
  );
  expect(JSON.parse(stdout)).toMatchObject(notSent('proxy-refused'));
  expect(heard.map((text) => text.split(' ')[0])).toEqual(['CONNECT']);
});
