import { text } from 'node:stream/consumers';
import { serve } from '@helpcrunch-customer-kit/testing/servers';
import { expect, test } from 'vitest';
import { connectionTo } from '../../test/connections.ts';
import { send } from '../../test/send.ts';
import { readCustomer } from '../reading/read-customer.ts';
import { fetchOnce } from './connection.ts';

const zoe = readCustomer({ name: 'Zoë', notes: 'n'.repeat(200_000) });

test("the platform's own fetch sends a create twice after 421", async () => {
  let creates = 0;
  await using served = await serve((_request, response) => {
    creates += 1;
    response.writeHead(421).end();
  });
  const connection = connectionTo(served.baseUrl, { fetch: (request) => fetch(request) });
  await send(connection, zoe);
  expect(creates).toBe(2);
});

test('a create is sent once after 421, in one piece, and stays unknown', async () => {
  const arrived: object[] = [];
  await using served = await serve(async (request, response) => {
    const body = await text(request);
    const { 'content-length': length, 'transfer-encoding': encoding, 'content-type': type } = request.headers;
    arrived.push({
      isWhole: Number(length) === Buffer.byteLength(body),
      encoding,
      type,
      name: JSON.parse(body).name,
    });
    response.writeHead(421).end();
  });
  expect(await send(connectionTo(served.baseUrl), zoe)).toMatchObject({
    outcome: 'unknown',
    status: 421,
  });
  expect(arrived).toEqual([{ isWhole: true, encoding: undefined, type: 'application/json', name: 'Zoë' }]);
});

test('a server that creates, says 421 and goes away is not taken for one that was never reached', async () => {
  await using served = await serve((request, response) => {
    request.resume();
    response.writeHead(421, { connection: 'close' }).end(() => {
      request.socket.destroy();
    });
  });
  expect(await send(connectionTo(served.baseUrl), zoe)).toMatchObject({
    outcome: 'unknown',
    customerExists: 'unknown',
  });
});

test('fetchOnce: can be canceled on its way', async () => {
  const controller = new AbortController();
  await using served = await serve(() => controller.abort());
  const request = new Request(served.baseUrl, { method: 'POST', body: 'x', signal: controller.signal });
  await expect(fetchOnce()(request)).rejects.toThrow('aborted');
});

test('a request without a body goes as it is', async () => {
  const request = new Request('https://helpcrunch.invalid');
  const arrived: Request[] = [];
  await fetchOnce(async (sent) => {
    arrived.push(sent);
    return new Response();
  })(request);
  expect(arrived[0]).toBe(request);
});
