import { expect, test } from 'vitest';
import { connectionBy, inProcess, overHttp } from '../../test/connections.ts';
import { behindFront } from '../../test/twice-forwarding.ts';
import { buildPayload } from '../customer/build-payload.ts';
import { readCustomer } from '../validation/read-customer.ts';
import { checkOutcome } from './check-outcome.ts';
import type { Connection } from './connection.ts';
import { createCustomer } from './create-customer.ts';
import { type Duplicates, findDuplicates } from './find-duplicates.ts';

const ada = readCustomer({ name: 'Ada Lovelace', email: 'ada@example.com', userId: 'u-1' });
const taken = { errors: [{ code: 'invalid_userId_value' }] };

async function look(connection: Connection): Promise<Duplicates> {
  const found = await findDuplicates(connection, buildPayload(ada.draft));
  if (found.kind !== 'duplicates') throw new Error(found.kind);
  return found;
}

test('a userId taken by our own create, which a front passed on twice, is unknown', async () => {
  await using fronted = await behindFront();
  const before = await look(fronted.connection);
  expect(await createCustomer(fronted.connection, ada, { before })).toMatchObject({
    outcome: 'unknown',
    customerExists: 'unknown',
    reason: 'refused-as-taken',
    status: 400,
    issues: [{ code: 'refused', path: '/userId' }],
  });
  expect(fronted.sandbox.customers.length).toBe(1);
});

test('without an earlier look-up it is unknown, too', async () => {
  await using fronted = await behindFront();
  expect(await createCustomer(fronted.connection, ada)).toMatchObject({ reason: 'refused-as-taken' });
});

test('a check afterwards shows the customer and claims neither', async () => {
  await using fronted = await behindFront();
  const before = await look(fronted.connection);
  const outcome = await createCustomer(fronted.connection, ada, { before });
  if (outcome.outcome !== 'unknown') throw new Error(outcome.outcome);
  expect(await checkOutcome(fronted.connection, outcome, ada.draft, { before })).toMatchObject({
    kind: 'cannot-tell',
    reason: 'refused-as-taken',
    candidates: [{ userId: 'u-1', name: 'Ada Lovelace' }],
  });
});

test('our own create in other capitals is not called somebody else', async () => {
  await using fronted = await behindFront({ scenario: 'strings-changed' });
  expect(await createCustomer(fronted.connection, ada)).toMatchObject({ reason: 'refused-as-taken' });
});

test('a userId that somebody took in between is theirs', async () => {
  await using connected = await overHttp({ scenario: 'user-id-taken' });
  const before = await look(connected.connection);
  expect(await createCustomer(connected.connection, ada, { before })).toMatchObject({
    outcome: 'user-id-taken',
    customerExists: 'no',
    holder: { userId: 'u-1', name: null },
  });
});

test('who had the userId before the send is somebody else, be they ever so like', async () => {
  const customers = [{ id: 7, name: 'Ada Lovelace', email: 'ada@example.com', userId: 'u-1' }];
  const { connection } = inProcess({ customers });
  const before = await look(connection);
  expect(await createCustomer(connection, ada, { before })).toMatchObject({
    outcome: 'user-id-taken',
    holder: { id: 7 },
  });
});

test.each<[number, object]>([
  [400, taken],
  [409, taken],
  [409, {}],
])(
  'a userId refused as taken (%i %j) that nobody had before, and no look-up afterwards, is unknown',
  async (status, body) => {
    const { connection } = inProcess();
    const before = await look(connection);
    const refusing = connectionBy(async ({ url }) =>
      url.endsWith('/search') ? new Response(null, { status: 500 }) : Response.json(body, { status }),
    );
    expect(await createCustomer(refusing, ada, { before })).toMatchObject({
      outcome: 'unknown',
      reason: 'refused-as-taken',
      status,
    });
  },
);

test('a conflict over a userId that nobody has stays a plain refusal', async () => {
  const connection = connectionBy(async ({ url }) =>
    url.endsWith('/search') ? Response.json({ data: [], total: 0 }) : new Response(null, { status: 409 }),
  );
  expect(await createCustomer(connection, ada)).toMatchObject({ outcome: 'rejected', status: 409 });
});
