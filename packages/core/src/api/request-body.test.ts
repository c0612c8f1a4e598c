import { text } from 'node:stream/consumers';
import { serve } from '@helpcrunch-customer-kit/testing/servers';
import { expect, test, vi } from 'vitest';
import { connectionTo } from '../../test/connections.ts';
import { send } from '../../test/send.ts';
import { readCustomer } from '../reading/read-customer.ts';
import { exchange, post, requestBody } from './exchange.ts';

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

test('a create can be canceled on its way', async () => {
  const controller = new AbortController();
  await using served = await serve(() => controller.abort());
  const request = { path: 'customers', json: { name: 'Zoë' }, signal: controller.signal };
  expect(await post(connectionTo(served.baseUrl), request)).toEqual({
    kind: 'uncertain',
    reason: 'cancelled',
  });
});

test('a create that was canceled before does not begin', async () => {
  const request = { path: 'customers', json: { name: 'Zoë' }, signal: AbortSignal.abort() };
  expect(await post(connectionTo('http://127.0.0.1:1/v1'), request)).toEqual({
    kind: 'not-sent',
    reason: 'aborted',
  });
});

test('a request without JSON has no body and says nothing of one', async () => {
  const arrived: object[] = [];
  await using served = await serve(async (request, response) => {
    const { 'content-length': length, 'content-type': type, 'transfer-encoding': encoding } = request.headers;
    arrived.push({ body: await text(request), length, type, encoding });
    response.end('{}');
  });
  await exchange(connectionTo(served.baseUrl), { method: 'GET', path: 'tags', signal: undefined });
  expect(arrived).toEqual([{ body: '', length: undefined, type: undefined, encoding: undefined }]);
});

test('requestBody: a fetch that repeats nothing gets text, and any other a stream with its length', async () => {
  expect(requestBody({ name: 'Zoë' }, { mayRepeat: false })).toEqual({
    body: '{"name":"Zoë"}',
    headers: { 'content-type': 'application/json' },
  });
  const { body, headers } = requestBody({ name: 'Zoë' }, { mayRepeat: true });
  expect(body).toBeInstanceOf(ReadableStream);
  expect(headers).toEqual({ 'content-type': 'application/json', 'content-length': '15' });
});

test('requestBody: where no request carries its length, as in browsers, the body is text', () => {
  class BrowserRequest {
    readonly headers = new Headers();
  }
  vi.stubGlobal('Request', BrowserRequest);
  expect(requestBody({ name: 'Zoë' }, { mayRepeat: true }).body).toBe('{"name":"Zoë"}');
  vi.unstubAllGlobals();
});
