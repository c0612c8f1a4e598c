import { expect, test } from 'vitest';
import { connectionBy, inProcess } from '../../test/connections.ts';
import { send } from '../../test/send.ts';
import { readCustomer } from '../reading/read-customer.ts';

const ada = readCustomer({
  name: 'Ada Lovelace',
  userId: 'user-1843',
  tags: [{ name: 'vip' }],
  customData: { ' ': null, plan: 'pro' },
});
const opening = { code: 'invalid_request', message: 'Invalid request' };

function refusing(...errors: readonly object[]) {
  return connectionBy(async () => Response.json({ errors }, { status: 400 }));
}

test('what the API says about paths comes back at the places of the draft', async () => {
  const connection = refusing(
    opening,
    { code: 'tags[0].name', message: 'This value should not be blank.' },
    { code: 'customData[0].value', message: 'This value should be of type numeric.' },
    { code: 'customer.email', message: 'This value is not a valid email address.' },
  );
  const { issues } = await send(
    connection,
    readCustomer({
      name: 'Ada',
      customData: { blank: ' ', 'plan/b': 'pro' },
      tags: [{ name: 'vip' }],
    }),
  );
  expect(issues).toMatchObject([
    { path: '/tags/0/name', message: 'This value should not be blank.' },
    { path: '/customData/plan~1b', message: 'This value should be of type numeric.' },
    { path: '/email', message: 'This value is not a valid email address.' },
  ]);
});

test('the older generation of errors is read alike', async () => {
  const { connection } = inProcess({ scenario: 'old-errors' });
  const outcome = await send(connection, readCustomer({ name: 'Ada', notes: 'n'.repeat(256) }));
  expect(outcome).toMatchObject({
    outcome: 'rejected',
    issues: [{ code: 'long-text' }, { code: 'refused', path: '/notes', apiCode: 'notes' }],
  });
});

test.each(['bad-key', 'old-errors'] as const)(
  'a key that is not accepted (%s) is unauthorized',
  async (scenario) => {
    const { connection } = inProcess({ scenario, apiKey: 'another-key' });
    expect(await send(connection, readCustomer({ name: 'Ada' }))).toMatchObject({
      outcome: 'unauthorized',
      customerExists: 'no',
      reason: 'key-refused',
    });
  },
);

test('too many requests are a definite no', async () => {
  const { connection } = inProcess({ requestsPerMinute: 0 });
  expect(await send(connection, readCustomer({ name: 'Ada' }))).toMatchObject({
    outcome: 'rate-limited',
    customerExists: 'no',
    retryAfter: undefined,
  });
});

test('a taken userId is confirmed by a lookup, and its holder is named in place of the refusal', async () => {
  const { connection } = inProcess({ customers: [{ id: 7, userId: 'user-1843', name: 'Grace Hopper' }] });
  expect(await send(connection, ada)).toMatchObject({
    outcome: 'user-id-taken',
    customerExists: 'no',
    noticed: 'by-refusal',
    holder: { id: 7, name: 'Grace Hopper' },
    issues: [],
  });
});

test('a refused userId without a holder stays a plain refusal at the userId', async () => {
  const { connection } = inProcess({ scenario: 'user-id-refused' });
  expect(await send(connection, readCustomer({ userId: 'user-1843' }))).toMatchObject({
    outcome: 'rejected',
    issues: [{ code: 'refused', path: '/userId' }],
  });
});

test('a refused userId that cannot be looked up stays a plain refusal', async () => {
  const connection = connectionBy(async ({ url }) =>
    url.endsWith('/search')
      ? new Response(null, { status: 500 })
      : Response.json({ errors: [{ code: 'invalid_userId_value' }] }, { status: 400 }),
  );
  expect(await send(connection, readCustomer({ userId: 'user-1843' }))).toMatchObject({
    outcome: 'rejected',
    issues: [{ path: '/userId', apiCode: 'invalid_userId_value' }],
  });
});

test('canceled during that lookup, it stays a plain refusal', async () => {
  const controller = new AbortController();
  const connection = connectionBy(async ({ url }) => {
    if (url.endsWith('/search')) controller.abort();
    return Response.json({ errors: [{ code: 'invalid_userId_value' }] }, { status: 400 });
  });
  const { signal } = controller;
  expect(await send(connection, readCustomer({ userId: 'u' }), { signal })).toMatchObject({
    outcome: 'rejected',
    customerExists: 'no',
  });
});

test.each<[string, unknown]>([
  ['a map of sentences', { errors: { email: 'bad' } }],
  ['a list of sentences', { errors: ['bad'] }],
  ['null', { errors: null }],
  ['a number', { errors: 5 }],
  ['a list in a list', { errors: [[[[['bad']]]]] }],
  ['nothing', null],
  ['a text', 'bad'],
])('errors that are %s are still a refusal', async (_what, body) => {
  const connection = connectionBy(async () => Response.json(body, { status: 400 }));
  expect(await send(connection, ada)).toMatchObject({ outcome: 'rejected', status: 400 });
});
