import { expect, test } from 'vitest';
import type { HistoryEntry } from '../ledger/history.ts';
import { type SavedDraft, withLedgerMarks } from './draft-store.ts';

const draft: SavedDraft = {
  name: '1-1.json',
  savedAt: 0,
  account: 'live',
  draft: { name: 'Ada' },
  furthest: 0,
  isUnknown: true,
  ledgerIds: ['a', 'b'],
};

/** The marks of a draft with two entries in the ledger. */
async function marked(a: HistoryEntry['state'] | undefined, b: HistoryEntry['state'] | undefined) {
  const states = new Map([
    ['a', a],
    ['b', b],
  ]);
  const { drafts, notes } = await withLedgerMarks(
    { drafts: [draft], notes: [] },
    {
      async show(id) {
        const state = states.get(id);
        if (state === undefined) return undefined;
        const isUnresolved = state === 'unknown' || state === 'sending';
        const known = state === 'created' ? { customerId: '7' } : {};
        return { id, account: 'one', state, isUnresolved, at: 0, hasIdempotencyKey: false, ...known };
      },
    },
  );
  return [drafts.map(({ isUnknown }) => isUnknown), notes];
}

test.each([
  ['unknown', 'rejected'],
  ['sending', 'created'],
  // Deleted, or lost with the ledger.
  [undefined, 'rejected'],
] as const)('a draft whose entries are %s and %s may still exist', async (a, b) => {
  expect(await marked(a, b)).toEqual([[true], []]);
});

test('a draft whose entries are all resolved has no mark', async () => {
  expect(await marked('rejected', 'not-sent')).toEqual([[false], []]);
});

test('a draft that turned out to be created is named with its ID', async () => {
  expect(await marked('rejected', 'created')).toEqual([
    [false],
    ['The draft "Ada" was created, ID 7. Resume it to create another one.'],
  ]);
});

test('a draft without an entry keeps its mark', async () => {
  const alone = { ...draft, ledgerIds: [] };
  const { drafts } = await withLedgerMarks({ drafts: [alone], notes: [] }, { show: async () => undefined });
  expect(drafts).toEqual([alone]);
});
