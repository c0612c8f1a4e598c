import {
  ApiKey,
  connect,
  createMemoryLedger,
  type Outcome,
  readCustomer,
} from '@helpcrunch-customer-kit/core';
import type { HistoryEntry } from '@helpcrunch-customer-kit/local/ledger';
import { expect, test } from 'vitest';
import type { Account, Accounts } from '../accounts/accounts.ts';
import type { Attempt, AttemptAccount } from '../attempts/attempt.ts';
import { createAttemptStore } from '../attempts/attempt-store.ts';
import { createHistory } from './history.ts';

const request = { name: 'Ada', email: 'ada@example.com' };
const stored = { id: '1', label: 'Production', baseUrl: 'https://example.com/v1', key: 'a-key' };
const key = ApiKey.read(stored.key);
if (!key.ok) throw new Error('the key is readable');
const connection = connect({ baseUrl: stored.baseUrl, apiKey: key.key });
const live: Account = {
  kind: 'live',
  label: 'Production',
  host: 'example.com',
  identity: 'live 1',
  connection,
};

function memento() {
  const kept = new Map<string, unknown>();
  return {
    kept,
    keys: () => [...kept.keys()],
    get: (name: string) => kept.get(name) as never,
    update: async (name: string, value: unknown) => void kept.set(name, value),
  };
}

/** A window with one live account, whose ledger on disk has these entries; `own` are those of the account. */
function historyOf(
  entries: readonly HistoryEntry[] | undefined,
  own: readonly string[] = [],
  state = memento(),
) {
  const attempts = createAttemptStore(memento(), () => ({ dispose() {} }));
  const history = createHistory({
    attempts,
    store: { list: async () => [stored] } as unknown as Parameters<typeof createHistory>[0]['store'],
    accounts: { read: () => ({ kind: 'ready', account: live }) } as Partial<Accounts> as Accounts,
    ledgers: { of: async () => ({ ...createMemoryLedger(), isOwn: async (id) => own.includes(id) }) },
    readHistory: entries && (async () => ({ entries, notes: [] })),
    state,
  });
  return { history, attempts, state };
}

function created(kind: AttemptAccount['kind'], ledgerId: string): Attempt {
  const outcome = {
    outcome: 'created',
    customerExists: 'yes',
    confirmedBy: 'answer',
    issues: [],
    request,
  } as const;
  const account = { kind, label: 'Production', host: undefined, identity: 'live 1', baseUrl: '' };
  const made: Outcome = { ...outcome, customer: { id: 7 }, dropped: [], changed: [], ledgerId };
  return { account, customer: readCustomer(request), outcome: made, at: 1, endedAt: 2 };
}

const entry: HistoryEntry = {
  id: 'l1',
  account: 'vscode/1',
  host: 'example.com',
  state: 'created',
  isUnresolved: false,
  at: 5,
  customerId: '7',
  hasIdempotencyKey: false,
};
const unknown: HistoryEntry = {
  ...entry,
  id: 'l2',
  account: 'key/abc',
  state: 'unknown',
  isUnresolved: true,
  attempt: { request, sentAt: 3, before: undefined },
};

test('list: another window of the workspace knows the names of live creates, from the ledger and the state', async () => {
  const { attempts, state } = historyOf([entry]);
  await attempts.record([{ name: '"Ada"', source: undefined }], (put) => put(0, created('live', 'l1')));
  const { creates } = await historyOf([entry], [], state).history.list();
  expect(creates).toMatchObject([{ id: 'l1', name: '"Ada"', account: 'Production', customerId: '7' }]);
});

test('list: names of sandbox customers, and those of a browser, are not kept', async () => {
  const sandbox = historyOf([]);
  await sandbox.attempts.record([{ name: 'a', source: undefined }], (put) =>
    put(0, created('sandbox', 's1')),
  );
  const browser = historyOf(undefined);
  await browser.attempts.record([{ name: 'a', source: undefined }], (put) => put(0, created('live', 'l1')));
  expect([sandbox.state.kept.size, browser.state.kept.size]).toEqual([0, 0]);
  for (const { history } of [sandbox, browser])
    expect((await history.list()).creates).toMatchObject([{ name: 'a', state: 'created' }]);
});

test('onDidChange: reports each outcome of this window', async () => {
  const { history, attempts } = historyOf([]);
  let changes = 0;
  history.onDidChange(() => {
    changes += 1;
  });
  await attempts.record([{ name: 'a', source: undefined }], (put) => put(0, created('live', 'l1')));
  expect(changes).toBe(1);
});

test('attemptOf: an unknown create of the terminal can be checked with an account whose ledger knows it', async () => {
  const attemptWith = async (own: readonly string[]) => {
    const { history } = historyOf([unknown], own);
    const [create] = (await history.list()).creates;
    return create && history.attemptOf(create);
  };
  expect(await attemptWith(['l2'])).toMatchObject({
    account: { identity: 'live 1' },
    outcome: { outcome: 'unknown', ledgerId: 'l2', request },
    at: 3,
  });
  expect(await attemptWith([])).toBeUndefined();
});
