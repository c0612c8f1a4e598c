import {
  ApiKey,
  answerYes,
  connect,
  createCustomer,
  createMemoryLedger,
  type Fetch,
  planCustomer,
  readCustomer,
} from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { recordCreate } from './record-create.ts';

const ada = readCustomer({ name: 'Ada Lovelace' });

async function recordedOf(inner: Fetch) {
  const key = ApiKey.read('key');
  if (!key.ok) throw new Error('the key is readable');
  const recorder = recordCreate(inner, () => 5);
  const { fetch } = recorder;
  const connection = connect({ baseUrl: 'http://127.0.0.1/v1', apiKey: key.key, fetch, answerTimeout: 50 });
  const outcome = await createCustomer(planCustomer(ada, { now: 5 }), {
    account: { kind: 'sandbox', label: 'Sandbox', host: undefined, connection },
    ledger: createMemoryLedger(),
    ask: answerYes(),
  });
  return { outcome, exchange: recorder.exchange('create') };
}

function bodyOf(start: (controller: ReadableStreamDefaultController<Uint8Array>) => void) {
  return new ReadableStream<Uint8Array>({ start });
}

const half = new TextEncoder().encode('{"id": 1, "na');

test('recordCreate: records a response as it arrived', async () => {
  const headers = { 'content-type': 'application/json', 'set-cookie': 'session=1' };
  const { outcome, exchange } = await recordedOf(
    async () => new Response('{ "id": 1, "name": "é" }', { status: 201, statusText: 'Created', headers }),
  );
  expect(outcome).toMatchObject({ outcome: 'created', customer: { id: 1 } });
  expect(exchange).toEqual({
    status: 201,
    statusText: 'Created',
    headers: [
      ['content-type', 'application/json'],
      ['set-cookie', '(hidden)'],
    ],
    requestHeaders: expect.arrayContaining([
      ['content-type', 'application/json'],
      ['authorization', '(hidden)'],
    ]),
    bytes: 25,
    body: '{ "id": 1, "name": "é" }',
    isCut: false,
    milliseconds: 0,
  });
});

test('recordCreate: records a response that never ends as far as it arrived, without waiting', async () => {
  const { exchange } = await recordedOf(
    async () =>
      new Response(
        bodyOf((body) => body.enqueue(half)),
        { status: 201 },
      ),
  );
  expect(exchange).toMatchObject({ status: 201, body: '{"id": 1, "na', isCut: true });
});

test('recordCreate: records a response that breaks off as far as it arrived', async () => {
  let pulls = 0;
  // Asked for more once the first half was taken.
  const stream = new ReadableStream<Uint8Array>({
    pull(body) {
      pulls += 1;
      if (pulls === 1) body.enqueue(half);
      else body.error(new TypeError('terminated'));
    },
  });
  const { outcome, exchange } = await recordedOf(async () => new Response(stream, { status: 201 }));
  expect(outcome).toMatchObject({ outcome: 'created', unreadable: 'cut-off' });
  expect(exchange).toMatchObject({ body: '{"id": 1, "na', isCut: true });
});

test('recordCreate: records a response without a body', async () => {
  const { exchange } = await recordedOf(async () => new Response(null, { status: 204 }));
  expect(exchange).toMatchObject({ status: 204, body: '', isCut: false });
});

test('recordCreate: records nothing without a response', async () => {
  const { exchange } = await recordedOf(() => Promise.reject(new TypeError('fetch failed')));
  expect(exchange).toBeUndefined();
});
