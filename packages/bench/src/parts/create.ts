import {
  answerYes,
  type Connection,
  type CreateContext,
  createCustomer,
  createMemoryLedger,
  planCustomer,
  readCustomer,
} from '@helpcrunch-customer-kit/core';
import { budget, type Measured, type Part, times } from '../budget.ts';
import { ours, takeRounds, toFigure } from '../results.ts';
import { fullCustomer, timed } from '../support/customers.ts';
import { bareRequest, startLoopback } from '../support/loopback.ts';

export const create: Part = {
  name: 'create',
  title: 'Creating customers with all 13 fields, over loopback',
  budgets: [
    budget(
      { figure: 'create', title: '20 creates, their duplicates checked before', unit: 'ms' },
      times(1.4, 'fetch'),
    ),
    budget({ figure: 'look-and-create', title: '20 duplicate checks and creates', unit: 'ms' }),
  ],
  measure: () => measureCreates(60),
};

const count = 20;
const now = Date.UTC(2026, 0, 15);
const none = { kind: 'matches', customers: [], complete: true } as const;

/** Milliseconds for some creates, one after another, beside as many bare requests with the same bodies. */
async function measureCreates(rounds: number): Promise<Measured> {
  await using loopback = await startLoopback();
  const { connection } = loopback;
  const customers = Array.from({ length: count }, (_, index) => fullCustomer(index));
  const requests = customers.map((customer) => planOf(customer).request);
  const checked = () =>
    ({ result: { kind: 'checked', byUserId: none, byEmail: none }, at: connection.now() }) as const;
  const all = <Item>(items: readonly Item[], send: (item: Item) => Promise<boolean>) =>
    timed(() => everyOne(items, send));
  // One after the other, so that neither pays for the other's garbage.
  const create = await takeRounds(
    {
      [ours]: () => all(customers, (customer) => createOne(customer, connection, { check: checked() })),
      fetch: () => all(requests, (json) => postCustomer(connection, json)),
    },
    { rounds, warmUps: 20 },
  );
  const lookAndCreate = await takeRounds(
    {
      [ours]: () => all(customers, (customer) => createOne(customer, connection)),
      fetch: () => all(requests, (json) => searchAndPost(connection, json)),
    },
    { rounds, warmUps: 20 },
  );
  return { create: toFigure(create), 'look-and-create': toFigure(lookAndCreate) };
}

function planOf(customer: object) {
  return planCustomer(readCustomer(customer), { now });
}

async function createOne(
  customer: object,
  connection: Connection,
  own: Pick<CreateContext, 'check'> = {},
): Promise<boolean> {
  const account = { kind: 'live', label: 'bench', host: '127.0.0.1', connection } as const;
  const context = { account, ledger: createMemoryLedger(), ask: answerYes(), ...own };
  const { outcome } = await createCustomer(planOf(customer), context);
  return outcome === 'created';
}

function postCustomer(connection: Connection, json: unknown): Promise<boolean> {
  return bareRequest(connection, { path: 'customers', json, status: 201 });
}

/** Two searches at once, by user ID and by email, then the customer. */
async function searchAndPost(
  connection: Connection,
  json: ReturnType<typeof planOf>['request'],
): Promise<boolean> {
  const search = (field: 'userId' | 'email') => {
    const filter = [{ field: `customers.${field}`, operator: '=', value: json[field] }];
    return bareRequest(connection, {
      path: 'customers/search',
      json: { filter, limit: 100, offset: 0 },
      status: 200,
    });
  };
  const found = await Promise.all([search('userId'), search('email')]);
  return found.every(Boolean) && postCustomer(connection, json);
}

async function everyOne<Item>(
  items: readonly Item[],
  send: (item: Item) => Promise<boolean>,
): Promise<boolean> {
  let isRight = true;
  for (const item of items) isRight = (await send(item)) && isRight;
  return isRight;
}
