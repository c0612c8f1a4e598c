import { expect, test } from 'vitest';
import { connectionBy, inProcess, overHttp } from '../../test/connections.ts';
import { send } from '../../test/send.ts';
import { behindFront } from '../../test/twice-forwarding.ts';
import type { Connection } from '../api/connection.ts';
import { buildPayload } from '../customer/draft-view.ts';
import { readCustomer } from '../reading/read-customer.ts';
import { checkDuplicates, type DuplicateCheck } from './duplicate-check.ts';
import { checkCustomer } from './look-again.ts';

const ada = readCustomer({ name: 'Ada Lovelace', email: 'ada@example.com', userId: 'u-1' });
const taken = { errors: [{ code: 'invalid_userId_value' }] };

async function look(connection: Connection): Promise<DuplicateCheck> {
  const found = await checkDuplicates(connection, buildPayload(ada.draft));
  if (found.kind !== 'checked') throw new Error(found.kind);
  return found;
}

test('a userId taken by our own create, which a front passed on twice, is unknown', async () => {
  await using fronted = await behindFront();
  const before = await look(fronted.connection);
  expect(await send(fronted.connection, ada, { before })).toMatchObject({
    outcome: 'unknown',
    customerExists: 'unknown',
    reason: 'refused-but-found',
    status: 400,
    issues: [{ code: 'refused', path: '/userId' }],
  });
  expect(fronted.sandbox.customers.length).toBe(1);
});

test('without an earlier look-up it is unknown, too', async () => {
  await using fronted = await behindFront();
  expect(await send(fronted.connection, ada)).toMatchObject({ reason: 'refused-but-found' });
});

test('a check afterwards shows the customer and claims neither', async () => {
  await using fronted = await behindFront();
  const before = await look(fronted.connection);
  const outcome = await send(fronted.connection, ada, { before });
  if (outcome.outcome !== 'unknown') throw new Error(outcome.outcome);
  expect(await checkCustomer(outcome, { connection: fronted.connection, draft: ada.draft })).toMatchObject({
    outcome: 'unknown',
    lookup: {
      kind: 'cannot-tell',
      reason: 'refused',
      candidates: [{ userId: 'u-1', name: 'Ada Lovelace' }],
    },
  });
});

test('our own create in other capitals is not called someone else', async () => {
  await using fronted = await behindFront({ scenario: 'strings-changed' });
  expect(await send(fronted.connection, ada)).toMatchObject({ reason: 'refused-but-found' });
});

test('a userId that was taken in between is theirs', async () => {
  await using connected = await overHttp({ scenario: 'user-id-taken' });
  const before = await look(connected.connection);
  expect(await send(connected.connection, ada, { before })).toMatchObject({
    outcome: 'user-id-taken',
    customerExists: 'no',
    holder: { userId: 'u-1', name: null },
  });
});

test('who had the userId before the send is someone else, however alike', async () => {
  const customers = [{ id: 7, name: 'Ada Lovelace', email: 'ada@example.com', userId: 'u-1' }];
  const { connection } = inProcess({ customers });
  const before = await look(connection);
  expect(await send(connection, ada, { before })).toMatchObject({
    outcome: 'user-id-taken',
    holder: { id: 7 },
  });
});

test.each<[number, object]>([
  [400, taken],
  [409, taken],
  [409, {}],
])(
  'a userId refused as taken (%i %j) that was free before, and no lookup afterwards, is unknown',
  async (status, body) => {
    const { connection } = inProcess();
    const before = await look(connection);
    const refusing = connectionBy(async ({ url }) =>
      url.endsWith('/search') ? new Response(null, { status: 500 }) : Response.json(body, { status }),
    );
    expect(await send(refusing, ada, { before })).toMatchObject({
      outcome: 'unknown',
      reason: 'refused-but-found',
      status,
    });
  },
);

test('a conflict over a userId without a holder stays a plain refusal', async () => {
  const connection = connectionBy(async ({ url }) =>
    url.endsWith('/search') ? Response.json({ data: [], total: 0 }) : new Response(null, { status: 409 }),
  );
  expect(await send(connection, ada)).toMatchObject({ outcome: 'rejected', status: 409 });
});

test.each([412, 400, 422])(
  'classifyRefusal: %i after a duplicate check that failed is unknown when a search shows the user ID with what was sent',
  async (status) => {
    const { sandbox } = inProcess();
    const refusing = connectionBy(async (request) => {
      const answer = await sandbox.fetch(request);
      return request.url.endsWith('/search') ? answer : new Response(null, { status });
    });
    expect(await send(refusing, ada)).toMatchObject({ outcome: 'unknown', reason: 'refused-but-found' });
  },
);
