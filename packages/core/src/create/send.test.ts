import { expect, test } from 'vitest';
import { connectionBy, inProcess, keyText, overHttp } from '../../test/connections.ts';
import { send } from '../../test/send.ts';
import { readCustomer } from '../reading/read-customer.ts';

const ada = readCustomer({ name: 'Ada Lovelace', tags: [{ name: ' vip ' }], customData: { plan: 'pro' } });

test('a customer is sent as its payload, with the key as a bearer', async () => {
  await using connected = await overHttp();
  await send(connected.connection, ada);
  expect(connected.sandbox.requests).toMatchObject([
    {
      method: 'POST',
      path: '/v1/customers',
      headers: {
        authorization: `Bearer ${keyText}`,
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body: '{"name":"Ada Lovelace","tags":[{"name":"vip"}],"customData":[{"property":"plan","value":"pro"}]}',
    },
  ]);
});

test('a 201 is created, with what was answered and what was sent', async () => {
  await using connected = await overHttp();
  expect(await send(connected.connection, ada)).toMatchObject({
    outcome: 'created',
    customerExists: 'yes',
    confirmedBy: 'answer',
    issues: [],
    request: { name: 'Ada Lovelace' },
    customer: { id: 1, name: 'Ada Lovelace', customData: { plan: 'pro' } },
    dropped: [],
    changed: [],
  });
});

test('advice goes along with what was created', async () => {
  const { connection } = inProcess();
  const outcome = await send(connection, readCustomer({ userId: 7, nmae: 'Ada' }));
  expect([outcome.outcome, outcome.issues.map(({ code }) => code)]).toEqual([
    'created',
    ['number-as-text', 'unknown-field'],
  ]);
});

test('what has an error is invalid, and nothing is sent', async () => {
  const { connection, sandbox } = inProcess();
  const outcome = await send(connection, readCustomer({ name: 'Ada', email: 'ada' }));
  expect(outcome).toMatchObject({
    outcome: 'invalid',
    customerExists: 'no',
    issues: [{ code: 'invalid-email', path: '/email' }],
  });
  expect(sandbox.requests).toEqual([]);
});

test('canceled before the request began, nothing is sent', async () => {
  const { connection, sandbox } = inProcess();
  expect(await send(connection, ada, { signal: AbortSignal.abort() })).toMatchObject({
    outcome: 'cancelled',
    customerExists: 'no',
  });
  expect(sandbox.requests).toEqual([]);
});

test('canceled between the call and the request, nothing is sent', async () => {
  const { connection, sandbox } = inProcess();
  const controller = new AbortController();
  const outcome = send(connection, ada, { signal: controller.signal });
  controller.abort();
  expect(await outcome).toMatchObject({ outcome: 'cancelled', customerExists: 'no' });
  expect(sandbox.requests).toEqual([]);
});

test('canceled after the request began, it is unknown', async () => {
  const controller = new AbortController();
  const connection = connectionBy((request) => {
    controller.abort();
    return inProcess().sandbox.fetch(request);
  });
  expect(await send(connection, ada, { signal: controller.signal })).toMatchObject({
    outcome: 'unknown',
    customerExists: 'unknown',
    reason: 'cancelled',
  });
});

test('canceled after the head of a 201, it is created', async () => {
  const controller = new AbortController();
  const body = new ReadableStream({ pull: () => controller.abort() }, { highWaterMark: 0 });
  const connection = connectionBy(async () => new Response(body, { status: 201 }));
  expect(await send(connection, ada, { signal: controller.signal })).toMatchObject({
    outcome: 'created',
    unreadable: 'cut-off',
  });
});

test('a fetch that heeds no signal is given up when the time is over', async () => {
  const connection = connectionBy(() => new Promise(() => {}), { answerTimeout: 10 });
  expect(await send(connection, ada)).toMatchObject({
    outcome: 'unknown',
    reason: 'answer-timeout',
  });
});

test('a body without end is given up when the time is over', async () => {
  const connection = connectionBy(async () => new Response(new ReadableStream(), { status: 201 }), {
    answerTimeout: 10,
  });
  expect(await send(connection, ada)).toMatchObject({ outcome: 'created', unreadable: 'cut-off' });
});

test('a time-out longer than any timer knows does not go off at once', async () => {
  const { connection } = inProcess(
    { scenario: 'slow', slowMilliseconds: 30 },
    { answerTimeout: Number.POSITIVE_INFINITY },
  );
  expect(await send(connection, ada)).toMatchObject({ outcome: 'created' });
});

test('a moment of sending goes along with what is unknown', async () => {
  const { connection } = inProcess({ scenario: 'server-error' }, { now: () => 1_600_000_000_000 });
  expect(await send(connection, ada)).toMatchObject({
    outcome: 'unknown',
    attempt: { sentAt: 1_600_000_000_000 },
  });
});

test.each<[string, () => Promise<Response>]>([
  ['rejects as a browser does', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['rejects with nothing', () => Promise.reject()],
  ['rejects with a text', () => Promise.reject('lost')],
  [
    'throws at once',
    () => {
      throw new Error('lost');
    },
  ],
])('a fetch that %s leaves it unknown', async (_how, fetch) => {
  expect(await send(connectionBy(fetch), ada)).toMatchObject({
    outcome: 'unknown',
    customerExists: 'unknown',
    reason: 'connection-lost',
  });
});

test.each([
  [0, 'redirect'],
  [301, 'redirect'],
  [308, 'redirect'],
  [200, 'unexpected-status'],
  [202, 'unexpected-status'],
  [503, 'server-error'],
  [599, 'server-error'],
])('the status %i leaves it unknown: %s', async (status, reason) => {
  const answer = Object.defineProperty(new Response(null), 'status', { value: status });
  expect(
    await send(
      connectionBy(async () => answer),
      ada,
    ),
  ).toMatchObject({
    outcome: 'unknown',
    reason,
    status,
  });
});

test.each([400, 402, 404, 405, 409, 413, 415, 422, 451])('the status %i is a definite no', async (status) => {
  const connection = connectionBy(async () => new Response('<p>no</p>', { status }));
  expect(await send(connection, ada)).toMatchObject({
    outcome: 'rejected',
    customerExists: 'no',
    status,
    issues: [],
  });
});
