import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Work } from './draft-record.ts';
import { createDraftStore, type DraftStoreOptions } from './draft-store.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'drafts-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const ada: Work = {
  unread: [{ field: 'locale', text: 'It cannot be read.' }],
  account: 'live',
  draft: { name: 'Ada', tags: [{ name: 'vip' }] },
  furthest: 3,
  isUnknown: false,
};

function storeOf(options: Partial<DraftStoreOptions> = {}) {
  return createDraftStore({
    directory: join(root, 'drafts'),
    pid: 1,
    startedAt: 0,
    isAlive: () => false,
    now: () => 1000,
    hide: (text) => text,
    ...options,
  });
}

test('a draft comes back as it was entered', () => {
  storeOf().save(ada);
  expect(storeOf({ pid: 2 }).list().drafts).toEqual([{ ...ada, savedAt: 1000, name: '1-0.json' }]);
});

test('an unknown outcome comes back with its draft', () => {
  storeOf().save({ ...ada, isUnknown: true });
  expect(storeOf({ pid: 2 }).list().drafts).toMatchObject([{ isUnknown: true }]);
});

test('only the owner can read a draft and its directory', () => {
  storeOf().save(ada);
  expect(statSync(join(root, 'drafts')).mode & 0o777).toBe(0o700);
  expect(statSync(join(root, 'drafts', '1-0.json')).mode & 0o777).toBe(0o600);
});

test('saving again leaves one file and nothing unfinished', () => {
  const store = storeOf();
  store.save(ada);
  store.save({ ...ada, furthest: 4 });
  expect(readdirSync(join(root, 'drafts'))).toEqual(['1-0.json']);
  expect(storeOf({ pid: 2 }).list().drafts).toMatchObject([{ furthest: 4 }]);
});

test('a key in a value or in the name of a custom attribute is not written', () => {
  const store = storeOf({ hide: (text) => text.replaceAll('s3"cret', '[hidden]') });
  store.save({ ...ada, draft: { notes: 'key s3"cret', customData: { 's3"cret': 's3"cret' } } });
  const text = readFileSync(join(root, 'drafts', '1-0.json'), 'utf8');
  expect(text).not.toContain('cret"');
  expect(storeOf({ pid: 2 }).list().drafts).toMatchObject([
    { draft: { notes: 'key [hidden]', customData: { '[hidden]': '[hidden]' } } },
  ]);
});

test('two programs at once keep a file each', () => {
  storeOf({ pid: 1 }).save(ada);
  storeOf({ pid: 2 }).save({ ...ada, draft: { name: 'Grace' } });
  expect(storeOf({ pid: 3 }).list().drafts).toHaveLength(2);
});

test('the draft of a program that is still running is not offered', () => {
  storeOf({ pid: 1 }).save(ada);
  expect(storeOf({ pid: 2, isAlive: (pid) => pid === 1 }).list().drafts).toEqual([]);
});

test("a file with this program's number from an earlier start is nobody's any more", () => {
  storeOf({ pid: 1, startedAt: 0 }).save(ada);
  expect(storeOf({ pid: 1, startedAt: 5, isAlive: () => true }).list().drafts).toHaveLength(1);
});

test('the newest draft comes first', () => {
  storeOf({ pid: 1, now: () => 1 }).save(ada);
  storeOf({ pid: 2, now: () => 3 }).save(ada);
  storeOf({ pid: 3, now: () => 2 }).save(ada);
  expect(
    storeOf({ pid: 4 })
      .list()
      .drafts.map(({ savedAt }) => savedAt),
  ).toEqual([3, 2, 1]);
});

test.each([
  '',
  '{"version":1',
  '[]',
  '{"version":2}',
  '{"version":1,"savedAt":"now","furthest":0,"draft":{}}',
  // Read as no finite number, which has no age.
  '{"version":1,"savedAt":-1e400,"furthest":0,"draft":{}}',
])('a file that says %j is skipped with a note, and kept', (text) => {
  mkdirSync(join(root, 'drafts'));
  writeFileSync(join(root, 'drafts', '9-9.json'), text);
  const { drafts, notes } = storeOf().list();
  expect(drafts).toEqual([]);
  expect(notes).toEqual([
    `${join(root, 'drafts', '9-9.json')} is no draft that can be read; it was left alone.`,
  ]);
  expect(readdirSync(join(root, 'drafts'))).toEqual(['9-9.json']);
});

test('a draft that says it is before the first field is at the first one', () => {
  mkdirSync(join(root, 'drafts'));
  const text = '{"version":1,"savedAt":0,"furthest":-5,"draft":{"name":"Ada"}}';
  writeFileSync(join(root, 'drafts', '9-9.json'), text);
  expect(storeOf().list().drafts).toMatchObject([{ furthest: -1 }]);
});

test('a draft that is taken over belongs to who took it', () => {
  storeOf({ pid: 1 }).save(ada);
  const heir = storeOf({ pid: 2 });
  const [draft] = heir.list().drafts;
  expect(draft && heir.adopt(draft)).toBe(true);
  expect(readdirSync(join(root, 'drafts'))).toEqual(['2-0.json']);
});

test('of two that take a draft over, one gets it', () => {
  storeOf({ pid: 1 }).save(ada);
  const [draft] = storeOf({ pid: 2 }).list().drafts;
  const takes = [2, 3].map((pid) => draft && storeOf({ pid }).adopt(draft));
  expect(takes).toEqual([true, false]);
});

test('discarding takes away this program’s draft and no other', () => {
  storeOf({ pid: 1 }).save(ada);
  const store = storeOf({ pid: 2 });
  store.save(ada);
  expect(store.discard()).toBeUndefined();
  expect(readdirSync(join(root, 'drafts'))).toEqual(['1-0.json']);
});

test('forgetting deletes every draft, broken and unfinished ones too, and nothing else', () => {
  storeOf({ pid: 1 }).save(ada);
  for (const name of ['9-9.json', '8-8.json.tmp', 'mine.txt']) writeFileSync(join(root, 'drafts', name), '{');
  expect(storeOf({ pid: 2 }).forgetAll()).toEqual({ count: 2, problem: undefined });
  expect(readdirSync(join(root, 'drafts'))).toEqual(['mine.txt']);
});

test('where nothing was ever saved there is nothing to list or forget', () => {
  expect(storeOf().list()).toEqual({ drafts: [], notes: [] });
  expect(storeOf().forgetAll()).toEqual({ count: 0, problem: undefined });
});

test('a disk that cannot be written to is said, not thrown', () => {
  writeFileSync(join(root, 'drafts'), 'a file where the directory should be');
  expect(storeOf().save(ada)).toBe('The draft could not be saved (EEXIST).');
});

test('a failed save leaves the draft of before', () => {
  const store = storeOf();
  store.save(ada);
  mkdirSync(join(root, 'drafts', '1-0.json.tmp'));
  expect(store.save({ ...ada, furthest: 9 })).toMatch(/^The draft could not be saved/);
  expect(storeOf({ pid: 2 }).list().drafts).toMatchObject([{ furthest: 3 }]);
});
