import { expect, test } from 'vitest';
import { createDraftKeeper, type Progress } from './draft-keeper.ts';
import type { Work } from './draft-record.ts';

const empty: Progress = {
  account: undefined,
  draft: {},
  furthest: -1,
  isUnknown: false,
  ledgerIds: [],
  customer: 0,
  created: undefined,
};
const ada: Progress = { ...empty, account: 'sandbox', draft: { name: 'Ada' }, furthest: 0 };

/** A keeper over a disk in memory. */
function keeperOn({ start = empty, failure = undefined as string | undefined } = {}) {
  const disk: { saved: Work | undefined; parked: Work | undefined; writes: number; notes: string[] } = {
    saved: undefined,
    parked: undefined,
    writes: 0,
    notes: [],
  };
  const keeper = createDraftKeeper({
    start,
    note: (message) => disk.notes.push(message),
    store: {
      save(work) {
        disk.writes += 1;
        if (failure === undefined) disk.saved = work;
        return failure;
      },
      discard() {
        disk.saved = undefined;
        return failure;
      },
      park() {
        disk.parked = disk.saved;
        disk.saved = undefined;
        return failure;
      },
      adopt(draft) {
        disk.saved = draft;
        return true;
      },
    },
  });
  return { keeper, disk };
}

test('what was committed is saved', () => {
  const { keeper, disk } = keeperOn();
  keeper.onState(ada);
  expect(disk.saved).toMatchObject({ draft: { name: 'Ada' }, furthest: 0 });
});

test('the same work is written once', () => {
  const { keeper, disk } = keeperOn();
  keeper.onState(ada);
  keeper.onState({ ...ada });
  expect(disk.writes).toBe(1);
});

test('what a file filled in is not saved as long as nothing is done with it', () => {
  const { keeper, disk } = keeperOn({ start: ada });
  expect(keeper.onEnd(ada)).toBe(false);
  expect(disk.writes).toBe(0);
});

test('what was emptied again leaves no draft', () => {
  const { keeper, disk } = keeperOn();
  keeper.onState(ada);
  expect(keeper.onEnd({ ...ada, draft: {} })).toBe(false);
  expect(disk.saved).toBeUndefined();
});

test('a customer that was created leaves no draft', () => {
  const { keeper, disk } = keeperOn();
  keeper.onState(ada);
  expect(keeper.onEnd({ ...ada, created: { name: 'Ada' } })).toBe(false);
  expect(disk.saved).toBeUndefined();
});

test('another customer, begun after one that was created, is kept', () => {
  const { keeper, disk } = keeperOn();
  expect(keeper.onEnd({ ...ada, draft: { name: 'Grace' }, created: { name: 'Ada' } })).toBe(true);
  expect(disk.saved).toMatchObject({ draft: { name: 'Grace' } });
});

test('a draft that was taken over stays when nothing more is done with it', () => {
  const { keeper, disk } = keeperOn();
  keeper.adopt({ ...ada, savedAt: 0, name: '1-1.json' });
  expect(keeper.onEnd(ada)).toBe(true);
  expect(disk.saved).toMatchObject({ draft: { name: 'Ada' } });
});

test('a failing disk is reported once, and no draft is left to come back to', () => {
  const { keeper, disk } = keeperOn({ failure: 'The draft could not be saved (ENOSPC).' });
  keeper.onState(ada);
  expect(keeper.onEnd({ ...ada, furthest: 5 })).toBe(false);
  expect(disk.notes).toEqual(['The draft could not be saved (ENOSPC).']);
});

test('the next customer does not take the place of one that is still to be created (case 25)', () => {
  const { keeper, disk } = keeperOn();
  const live: Progress = { ...ada, account: 'live' };
  keeper.onState(live);
  expect(keeper.onEnd({ ...empty, customer: 1 })).toBe(false);
  expect(disk.parked).toMatchObject({ account: 'live', draft: { name: 'Ada' } });
  keeper.onState({ ...ada, customer: 1, draft: { name: 'Grace' } });
  expect(disk).toMatchObject({ saved: { draft: { name: 'Grace' } }, parked: { draft: { name: 'Ada' } } });
});
