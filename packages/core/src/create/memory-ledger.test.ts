import { expect, test, vi } from 'vitest';
import { type ClassifiedEntry, createMemoryLedger } from './ledger.ts';

const ada = { fingerprint: 'ada', request: { name: 'Ada', email: 'ada@example.com' } };
const attempt = { request: ada.request, sentAt: 5, before: undefined };
const settled = { state: 'created', at: 6, customerId: '7' } as const;

function ledgerWithClock() {
  const clock = { now: 1_000_000 };
  return { clock, ledger: createMemoryLedger({ now: () => clock.now }) };
}

async function begin(
  ledger: ReturnType<typeof createMemoryLedger>,
  known: readonly ClassifiedEntry[] = [],
  id?: string,
) {
  const result = await ledger.begin(ada, attempt, { known, id });
  if (result.kind !== 'began') throw new Error(result.kind);
  return result.id;
}

test('find: an empty ledger knows of nothing', async () => {
  expect(await createMemoryLedger().find(ada)).toEqual([]);
});

test('begin: the entry is "sending", with the attempt and its age', async () => {
  const { ledger, clock } = ledgerWithClock();
  const id = await begin(ledger);
  clock.now += 59_400;
  expect(await ledger.find(ada)).toEqual([{ id, state: 'sending', same: 'content', age: 59_400, attempt }]);
});

test('begin: an entry that the caller has not classified is a conflict', async () => {
  const { ledger } = ledgerWithClock();
  const id = await begin(ledger);
  await ledger.settle(id, { state: 'unknown', at: 6 });
  expect([
    await ledger.begin(ada, attempt, { known: [] }),
    (await ledger.begin(ada, attempt, { known: [{ id, state: 'unknown' }] })).kind,
  ]).toEqual([{ kind: 'conflict' }, 'began']);
});

test.each([
  ['the same content', ada],
  ['the same email', { fingerprint: 'other', request: { email: 'ada@example.com' } }],
])('begin: %s was classified as unknown, and created meanwhile: a conflict', async (_same, subject) => {
  const { ledger } = ledgerWithClock();
  const id = await begin(ledger);
  await ledger.settle(id, { state: 'unknown', at: 6 });
  const known = await ledger.find(subject);
  await ledger.settle(id, settled);
  expect(await ledger.begin(subject, attempt, { known })).toEqual({ kind: 'conflict' });
});

test('begin: an entry to be repeated that was found as created meanwhile is a conflict', async () => {
  const { ledger } = ledgerWithClock();
  const id = await begin(ledger);
  await ledger.settle(id, settled);
  expect(await ledger.begin(ada, attempt, { known: [], id })).toEqual({ kind: 'conflict' });
});

test('begin: an entry that is repeated after a rate limit keeps its id', async () => {
  const { ledger } = ledgerWithClock();
  const id = await begin(ledger);
  await ledger.settle(id, { state: 'rate-limited', at: 6 });
  expect([await begin(ledger, [], id), (await ledger.find(ada)).length]).toEqual([id, 1]);
});

test('settle: a created entry keeps the id of the customer and drops the attempt', async () => {
  const { ledger } = ledgerWithClock();
  const id = await begin(ledger);
  expect(await ledger.settle(id, settled)).toBe(true);
  expect(await ledger.find(ada)).toEqual([
    { id, state: 'created', same: 'content', age: 0, customerId: '7' },
  ]);
});

test.each(['unknown', 'rate-limited', 'blocked'] as const)(
  'settle: "%s" keeps the attempt',
  async (state) => {
    const { ledger } = ledgerWithClock();
    await ledger.settle(await begin(ledger), { state, at: 6 });
    expect(await ledger.find(ada)).toMatchObject([{ state, attempt }]);
  },
);

test('settle: an entry that does not exist cannot be settled', async () => {
  expect(await createMemoryLedger().settle('nothing', settled)).toBe(false);
});

test.each([
  ['userId', { userId: 'u-1' }, { userId: 'u-1', email: 'other@example.com' }],
  ['email', { email: 'a@example.com' }, { email: 'a@example.com', name: 'Ada' }],
] as const)('find: other content with the same %s is found as such', async (same, sent, request) => {
  const { ledger } = ledgerWithClock();
  await ledger.begin({ fingerprint: 'one', request: sent }, attempt, { known: [] });
  expect(await ledger.find({ fingerprint: 'other', request })).toMatchObject([{ same }]);
});

test('find: other content without a common user ID or email is not found', async () => {
  const { ledger } = ledgerWithClock();
  await begin(ledger);
  expect(await ledger.find({ fingerprint: 'grace', request: { name: 'Ada' } })).toEqual([]);
});

test('find: setting the clock of the machine does not make an entry older', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const ledger = createMemoryLedger();
  await begin(ledger);
  vi.setSystemTime(Date.now() + 3_600_000);
  const [entry] = await ledger.find(ada);
  vi.useRealTimers();
  expect(entry?.age).toBeLessThan(3_600_000);
});

test('find: a settled create is found by its user ID, and not by its email alone', async () => {
  const { ledger } = ledgerWithClock();
  const request = { userId: 'u-1', email: 'a@example.com' };
  const began = await ledger.begin({ fingerprint: 'one', request }, attempt, { known: [] });
  if (began.kind === 'began') await ledger.settle(began.id, settled);
  expect([
    await ledger.find({ fingerprint: 'other', request: { userId: 'u-1' } }),
    await ledger.find({ fingerprint: 'other', request: { email: 'a@example.com' } }),
  ]).toMatchObject([[{ same: 'userId' }], []]);
});

test('find: a clock that goes on between two entries makes neither of them older', async () => {
  let time = 0;
  const clock = { step: 0 };
  const ledger = createMemoryLedger({ now: () => (time += clock.step) });
  const id = await begin(ledger);
  await ledger.settle(id, { state: 'rejected', at: 6 });
  await begin(ledger, [{ id, state: 'rejected' }]);
  clock.step = 5;
  expect((await ledger.find(ada)).map(({ age }) => age)).toEqual([5, 5]);
});
