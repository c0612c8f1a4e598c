import type { CustomerExists } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import type { CustomerSource } from '../source/customer-source.ts';
import type { TextChange } from '../source/places.ts';
import type { Attempt } from './attempt.ts';
import { type AttemptChange, createAttemptStore } from './attempt-store.ts';

/** A source that notes the edits it hears of. */
function sourceOf(uri: string) {
  const edits: string[] = [];
  const source = { uri, edited: ([change]: readonly TextChange[]) => edits.push(change?.text ?? '') };
  return { ...source, edits } as unknown as CustomerSource & { readonly edits: string[] };
}

/** Only what the store looks at. */
const attemptOf = (customerExists: CustomerExists) => ({ outcome: { customerExists } }) as Attempt;

function createTestStore(saved?: unknown) {
  const state = new Map([['helpcrunch.run', saved]]);
  const memento = {
    keys: () => [...state.keys()],
    get: (name: string) => state.get(name),
    update: async (name: string, value: unknown) => void state.set(name, structuredClone(value)),
  } as Parameters<typeof createAttemptStore>[0];
  let edit: Parameters<Parameters<typeof createAttemptStore>[1]>[0] = () => {};
  const store = createAttemptStore(memento, (listener) => {
    edit = listener;
    return { dispose: () => {} };
  });
  const changes: AttemptChange['kind'][] = [];
  store.onDidChange(({ kind }) => changes.push(kind));
  const type = (uri: string, text: string) => edit(uri, [{ rangeOffset: 0, rangeLength: 0, text }]);
  return { store, changes, type, saved: () => state.get('helpcrunch.run') };
}

const yes = attemptOf('yes');
const no = attemptOf('no');

test('record: the first outcome starts a run, with its own source while others are still to come', async () => {
  const { store } = createTestStore();
  const [ada, bob, eve] = ['ada', 'bob', 'eve'].map((name) => ({ name, source: sourceOf(name) }));
  if (!ada || !bob || !eve) throw new Error('there are three');
  await store.record([ada], (put) => put(0, yes));
  await store.record([bob, eve], async (put) => {
    expect(store.shown?.source).toBe(ada.source);
    await put(0, no);
    expect(store.shown).toEqual({ attempt: no, source: bob.source });
    expect(store.run?.entries).toEqual([{ name: 'bob', attempt: no }, { name: 'eve' }]);
  });
});

test('record: the result files of a run stay with it, also when one of its entries is sent again', async () => {
  const { store } = createTestStore();
  const [ada, bob] = ['ada', 'bob'].map((name) => ({ name, source: sourceOf(name) }));
  if (!ada || !bob) throw new Error('there are two');
  await store.record([ada, bob], async (put, keep) => {
    await put(0, yes);
    await put(1, no);
    keep(['/results/all.created.jsonl']);
  });
  await store.recordAgain(bob, (put) => put(0, yes));
  expect(store.run?.files).toEqual(['/results/all.created.jsonl']);
  await store.record([ada], (put) => put(0, yes));
  expect(store.run?.files).toBeUndefined();
});

test('record: follows a source only while it is sent or shown', async () => {
  const { store, type } = createTestStore();
  const [ada, bob] = [sourceOf('ada'), sourceOf('bob')];
  await store.record([{ name: 'ada', source: ada }], async (put) => {
    type('ada', 'under way');
    await put(0, yes);
  });
  type('ada', 'shown');
  type('bob', 'unfollowed');
  await store.record([{ name: 'bob', source: bob }], (put) => put(0, yes));
  type('ada', 'replaced');
  type('bob', 'shown');
  expect(ada.edits).toEqual(['under way', 'shown']);
  expect(bob.edits).toEqual(['shown']);
});

test('record: a declined customer is not followed, and leaves the last run unchanged', async () => {
  const { store, type, changes } = createTestStore();
  const [ada, bob] = [sourceOf('ada'), sourceOf('bob')];
  await store.record([{ name: 'ada', source: ada }], (put) => put(0, yes));
  changes.length = 0;
  await store.record([{ name: 'bob', source: bob }], async () => {});
  type('bob', 'declined');
  type('ada', 'shown');
  expect(store.shown?.source).toBe(ada);
  expect([ada.edits, bob.edits, changes]).toEqual([['shown'], [], []]);
});

test('record: follows nothing after a task that failed', async () => {
  const { store, type } = createTestStore();
  const ada = sourceOf('ada');
  const failing = store.record([{ name: 'ada', source: ada }], () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  type('ada', 'failed');
  expect(ada.edits).toEqual([]);
});

test('record: a run continues when another one was shown', async () => {
  const { store, type } = createTestStore();
  const [ada, bob] = [sourceOf('ada'), sourceOf('bob')];
  await store.record([{ name: 'ada', source: ada }], async (put) => {
    await store.record([{ name: 'bob', source: bob }], (putOther) => putOther(0, no));
    type('ada', 'under way');
    type('bob', 'shown');
    await put(0, yes);
    expect(store.shown?.source).toBe(ada);
  });
  type('bob', 'replaced');
  expect([ada.edits, bob.edits]).toEqual([['under way'], ['shown']]);
});

test('recordAgain: updates the entry that is shown, and the run stays', async () => {
  const { store, changes } = createTestStore();
  const customers = ['Ada', 'Bob', 'Eve'].map((name) => ({ name, source: sourceOf(name) }));
  await store.record(customers, async (put) => {
    for (const index of customers.keys()) await put(index, index === 1 ? no : yes);
  });
  expect(store.run?.shown).toBe(1);
  changes.length = 0;
  const source = sourceOf('Bob');
  await store.recordAgain({ name: 'Bobby', source }, (put) => put(0, yes));
  expect(store.run?.entries.map(({ name }) => name)).toEqual(['Ada', 'Bobby', 'Eve']);
  expect(store.shown).toEqual({ attempt: yes, source });
  expect(store.run?.shown).toBe(1);
  expect(changes).toEqual(['attempted', 'ended']);
});

test('replace: the result of a check replaces its attempt, unless that was removed from the run', async () => {
  const { store } = createTestStore();
  const unknown = attemptOf('unknown');
  await store.record([{ name: 'Ada', source: undefined }], (put) => put(0, unknown));
  await store.replace(unknown, yes);
  expect(store.shown?.attempt).toBe(yes);
  await store.replace(unknown, no);
  expect(store.shown?.attempt).toBe(yes);
});

test('record: saves the run after each customer, without sources, for a reload', async () => {
  const { store, saved } = createTestStore();
  const customers = ['Ada', 'Bob'].map((name) => ({ name, source: sourceOf(name) }));
  await store.record(customers, async (put) => {
    await put(0, yes);
    expect(saved()).toEqual({ entries: [{ name: 'Ada', attempt: yes }, { name: 'Bob' }], shown: 0 });
    await put(1, no);
  });
  await store.choose(0);
  const again = createTestStore(saved()).store;
  expect(again.shown).toEqual({ attempt: yes, source: undefined });
  expect(again.run?.entries).toHaveLength(2);
});

test('choose: shows entries that were tried, and no others', async () => {
  const { store, changes } = createTestStore({
    entries: [{ name: 'a', attempt: yes }, { name: 'b' }],
    shown: 0,
  });
  await store.choose(1);
  expect(store.run?.shown).toBe(0);
  await store.choose(0);
  expect(changes).toEqual(['shown']);
});

test('whileSending: reports the first that begins and the last that ends', async () => {
  const { store, changes } = createTestStore();
  await store.whileSending(async () => {
    await store.whileSending(async () => expect(store.isSending).toBe(true));
    expect(changes).toEqual(['activity']);
  });
  expect(store.isSending).toBe(false);
  expect(changes).toEqual(['activity', 'activity']);
});

test('record and recordAgain: a run of 45 is kept whole, and a later outcome of one customer updates its entry', async () => {
  const { store, saved } = createTestStore();
  const customers = Array.from({ length: 45 }, (_, index) => ({ name: `c${index}`, source: undefined }));
  await store.record(customers, async (put) => {
    for (const index of customers.keys()) await put(index, index === 42 ? no : yes);
  });
  expect(store.run).toMatchObject({ shown: 42 });
  await store.recordAgain({ name: 'c42', source: undefined }, (put) => put(0, yes));
  const run = store.run;
  expect(run?.entries).toHaveLength(45);
  expect(run?.entries.every(({ attempt }) => attempt?.outcome.customerExists === 'yes')).toBe(true);
  expect(saved()).toEqual(run);
});

test('open: shows the entry of the run, and another attempt alone', async () => {
  const { store, changes } = createTestStore();
  const [early, late] = [
    { ...yes, at: 1 },
    { ...no, at: 2 },
  ];
  await store.record(
    ['ada', 'bob'].map((name) => ({ name, source: undefined })),
    async (put) => {
      await put(0, early);
      await put(1, late);
    },
  );
  expect(store.shown?.attempt).toBe(late);
  await store.open('ada', early);
  expect([store.run?.shown, store.run?.entries.length]).toEqual([0, 2]);
  await store.open('eve', { ...yes, at: 3 });
  expect(store.run?.entries.map(({ name }) => name)).toEqual(['eve']);
  expect(changes.at(-1)).toBe('shown');
});

test('record: a name that holds an API key is kept and reported without it', async () => {
  const { store, saved } = createTestStore();
  const key = 'Ab3'.repeat(110);
  const reported: string[] = [];
  store.onDidChange((change) => {
    if (change.kind === 'attempted') reported.push(change.name);
  });
  await store.record(
    [`"${key}"`, 'bob'].map((name) => ({ name, source: undefined })),
    (put) => put(0, yes),
  );
  expect(JSON.stringify([store.run, saved(), reported])).not.toContain(key.slice(0, 16));
  expect(reported[0]).toContain('[hidden]');
});
