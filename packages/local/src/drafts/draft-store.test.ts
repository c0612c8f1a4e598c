import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ProcessIdentity } from '../ledger/process-identity.ts';
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
  ledgerIds: [],
};

interface Program extends Partial<DraftStoreOptions> {
  readonly pid?: number;
  /** Whether another program is running; by default, none is. */
  readonly isAlive?: (pid: number) => boolean;
}

function storeOf({ pid = 1, startedAt = 0, isAlive = () => false, ...options }: Program = {}) {
  const own = identity(pid, startedAt);
  return createDraftStore({
    directory: join(root, 'drafts'),
    processes: {
      own,
      livenessOf: (other) =>
        isDeepStrictEqual(other, own) || (other.pid !== pid && isAlive(other.pid)) ? 'alive' : 'gone',
    },
    startedAt,
    now: () => 1000,
    hide: (text) => text,
    ...options,
  });
}

function identity(pid: number, startedAt = 0): ProcessIdentity {
  return { pid, start: String(startedAt), host: 'here' };
}

test('a draft comes back as it was entered', async () => {
  storeOf().save(ada);
  expect((await storeOf({ pid: 2 }).list()).drafts).toEqual([
    { ...ada, savedAt: 1000, process: identity(1), name: '1-0.json' },
  ]);
});

test('an unknown outcome comes back with its draft', async () => {
  storeOf().save({ ...ada, isUnknown: true });
  expect((await storeOf({ pid: 2 }).list()).drafts).toMatchObject([{ isUnknown: true }]);
});

test('only the owner can read a draft and its directory', async () => {
  storeOf().save(ada);
  expect(statSync(join(root, 'drafts')).mode & 0o777).toBe(0o700);
  expect(statSync(join(root, 'drafts', '1-0.json')).mode & 0o777).toBe(0o600);
});

test('saving again leaves one file and nothing unfinished', async () => {
  const store = storeOf();
  store.save(ada);
  store.save({ ...ada, furthest: 4 });
  expect(readdirSync(join(root, 'drafts'))).toEqual(['1-0.json']);
  expect((await storeOf({ pid: 2 }).list()).drafts).toMatchObject([{ furthest: 4 }]);
});

test('a key in a value or in the name of a custom attribute is not written', async () => {
  const store = storeOf({ hide: (text) => text.replaceAll('s3"cret', '[hidden]') });
  store.save({ ...ada, draft: { notes: 'key s3"cret', customData: { 's3"cret': 's3"cret' } } });
  const text = readFileSync(join(root, 'drafts', '1-0.json'), 'utf8');
  expect(text).not.toContain('cret"');
  expect((await storeOf({ pid: 2 }).list()).drafts).toMatchObject([
    { draft: { notes: 'key [hidden]', customData: { '[hidden]': '[hidden]' } } },
  ]);
});

test('two programs at once keep a file each', async () => {
  storeOf({ pid: 1 }).save(ada);
  storeOf({ pid: 2 }).save({ ...ada, draft: { name: 'Grace' } });
  expect((await storeOf({ pid: 3 }).list()).drafts).toHaveLength(2);
});

test('the draft of a program that is still running is not offered', async () => {
  storeOf({ pid: 1 }).save(ada);
  expect((await storeOf({ pid: 2, isAlive: (pid) => pid === 1 }).list()).drafts).toEqual([]);
});

test('list: the draft of another machine, whose processes cannot be seen, is offered', async () => {
  storeOf({ pid: 1 }).save(ada);
  const processes = { own: identity(2), livenessOf: () => 'cannot-tell' as const };
  expect((await storeOf({ pid: 2, processes }).list()).drafts).toMatchObject([{ draft: { name: 'Ada' } }]);
});

test("a file with this program's process ID from an earlier start has no owner", async () => {
  storeOf({ pid: 1, startedAt: 0 }).save(ada);
  expect((await storeOf({ pid: 1, startedAt: 5, isAlive: () => true }).list()).drafts).toHaveLength(1);
});

test('the newest draft comes first', async () => {
  storeOf({ pid: 1, now: () => 1 }).save(ada);
  storeOf({ pid: 2, now: () => 3 }).save(ada);
  storeOf({ pid: 3, now: () => 2 }).save(ada);
  const { drafts } = await storeOf({ pid: 4 }).list();
  expect(drafts.map(({ savedAt }) => savedAt)).toEqual([3, 2, 1]);
});

test.each([
  '',
  '{"version":1',
  '[]',
  '{"version":2}',
  '{"version":1,"savedAt":"now","furthest":0,"draft":{}}',
  // Read as no finite number, which has no age.
  '{"version":1,"savedAt":-1e400,"furthest":0,"draft":{}}',
])('a file that says %j is skipped with a note, and kept', async (text) => {
  mkdirSync(join(root, 'drafts'));
  writeFileSync(join(root, 'drafts', '9-9.json'), text);
  const { drafts, notes } = await storeOf().list();
  expect(drafts).toEqual([]);
  expect(notes).toEqual([`${join(root, 'drafts', '9-9.json')} is not a readable draft. It was left alone.`]);
  expect(readdirSync(join(root, 'drafts'))).toEqual(['9-9.json']);
});

test('a draft that says it is before the first field is at the first one', async () => {
  mkdirSync(join(root, 'drafts'));
  const text = '{"version":1,"savedAt":0,"furthest":-5,"draft":{"name":"Ada"}}';
  writeFileSync(join(root, 'drafts', '9-9.json'), text);
  expect((await storeOf().list()).drafts).toMatchObject([{ furthest: -1 }]);
});

test('a draft that is taken over belongs to who took it', async () => {
  storeOf({ pid: 1 }).save(ada);
  const heir = storeOf({ pid: 2 });
  const [draft] = (await heir.list()).drafts;
  expect(draft && heir.adopt(draft)).toBe(true);
  expect(readdirSync(join(root, 'drafts'))).toEqual(['2-0.json']);
});

test('of two that take a draft over, one gets it', async () => {
  storeOf({ pid: 1 }).save(ada);
  const [draft] = (await storeOf({ pid: 2 }).list()).drafts;
  const takes = [2, 3].map((pid) => draft && storeOf({ pid }).adopt(draft));
  expect(takes).toEqual([true, false]);
});

test('discarding takes away this program’s draft and no other', async () => {
  storeOf({ pid: 1 }).save(ada);
  const store = storeOf({ pid: 2 });
  store.save(ada);
  expect(store.discard()).toBeUndefined();
  expect(readdirSync(join(root, 'drafts'))).toEqual(['1-0.json']);
});

test('forgetting deletes every draft, broken and unfinished ones too, and nothing else', async () => {
  storeOf({ pid: 1 }).save(ada);
  for (const name of ['9-9.json', '8-8.json.tmp', 'mine.txt']) writeFileSync(join(root, 'drafts', name), '{');
  expect(storeOf({ pid: 2 }).forgetAll()).toEqual({ count: 2, failure: undefined });
  expect(readdirSync(join(root, 'drafts'))).toEqual(['mine.txt']);
});

test('removing a draft of the list deletes it with its unfinished twin, and no other', async () => {
  storeOf({ pid: 1 }).save(ada);
  storeOf({ pid: 3 }).save({ ...ada, furthest: 9 });
  writeFileSync(join(root, 'drafts', '1-0.json.tmp'), '{');
  const store = storeOf({ pid: 2 });
  const draft = (await store.list()).drafts.find(({ furthest }) => furthest === 3);
  expect(draft && store.remove(draft)).toBeUndefined();
  expect(draft).toBeDefined();
  expect(readdirSync(join(root, 'drafts'))).toEqual(['3-0.json']);
});

test('where nothing was ever saved there is nothing to list or forget', async () => {
  expect(await storeOf().list()).toEqual({ drafts: [], notes: [] });
  expect(storeOf().forgetAll()).toEqual({ count: 0, failure: undefined });
});

test('a disk that cannot be written to is reported, not thrown', async () => {
  writeFileSync(join(root, 'drafts'), 'a file where the directory should be');
  expect(storeOf().save(ada)).toBe(
    `The draft could not be saved in ${join(root, 'drafts')} (EEXIST). Check its permissions, or set HELPCRUNCH_STATE_DIR to another folder.`,
  );
});

test('a failed save leaves the draft of before', async () => {
  const store = storeOf();
  store.save(ada);
  mkdirSync(join(root, 'drafts', '1-0.json.tmp'));
  expect(store.save({ ...ada, furthest: 9 })).toMatch(/^The draft could not be saved/);
  expect((await storeOf({ pid: 2 }).list()).drafts).toMatchObject([{ furthest: 3 }]);
});

test('a draft of an earlier version, which does not name its program, was left behind', async () => {
  mkdirSync(join(root, 'drafts'));
  const text = '{"version":1,"savedAt":0,"furthest":0,"draft":{"name":"Ada"}}';
  writeFileSync(join(root, 'drafts', '9-9.json'), text);
  expect((await storeOf().list()).drafts).toMatchObject([{ draft: { name: 'Ada' }, ledgerIds: [] }]);
});

test('an unfinished file that is complete and newer is recovered, and taken over as one', async () => {
  storeOf({ now: () => 1 }).save(ada);
  storeOf({ startedAt: 7, now: () => 2 }).save({ ...ada, furthest: 9 });
  renameSync(join(root, 'drafts', '1-7.json'), join(root, 'drafts', '1-0.json.tmp'));
  const store = storeOf({ pid: 2 });
  const { drafts, notes } = await store.list();
  expect([drafts, notes]).toMatchObject([[{ name: '1-0.json.tmp', furthest: 9 }], []]);
  expect(drafts[0] && store.adopt(drafts[0])).toBe(true);
  expect(readdirSync(join(root, 'drafts'))).toEqual(['2-0.json']);
});

test('an unfinished file without a draft beside it is recovered', async () => {
  storeOf().save(ada);
  renameSync(join(root, 'drafts', '1-0.json'), join(root, 'drafts', '1-0.json.tmp'));
  expect((await storeOf({ pid: 2 }).list()).drafts).toMatchObject([{ draft: { name: 'Ada' } }]);
});

test('an unfinished file that was cut off gives way to the draft beside it, without a note', async () => {
  storeOf().save(ada);
  writeFileSync(join(root, 'drafts', '1-0.json.tmp'), '{"version":1,"sav');
  expect(await storeOf({ pid: 2 }).list()).toMatchObject({ drafts: [{ name: '1-0.json' }], notes: [] });
});

test('park: what was saved stays as it is, and what follows has a file of its own', async () => {
  const store = storeOf();
  store.save(ada);
  expect(store.park()).toBeUndefined();
  expect((await store.list()).drafts).toEqual([]);
  store.save({ ...ada, draft: { name: 'Grace' } });
  expect(store.discard()).toBeUndefined();
  expect((await storeOf({ pid: 2 }).list()).drafts).toMatchObject([{ draft: { name: 'Ada' } }]);
});

test('a folder that others can use is closed', () => {
  mkdirSync(join(root, 'drafts'));
  chmodSync(join(root, 'drafts'), 0o777);
  storeOf().save(ada);
  expect(statSync(join(root, 'drafts')).mode & 0o777).toBe(0o700);
});

test('a draft that could not be read again is not saved', () => {
  expect(storeOf().save({ ...ada, draft: { notes: 'x'.repeat(4_000_000) } })).toBe(
    'The draft could not be saved: it is larger than 4 MB.',
  );
});

test.runIf(process.platform === 'linux')(
  'a named pipe, a device, a folder and 10 MB are left alone, each with a sentence (case 32)',
  async () => {
    const at = (name: string) => join(root, 'drafts', name);
    mkdirSync(at('4-4.json'), { recursive: true });
    execFileSync('mkfifo', [at('1-1.json')]);
    symlinkSync('/dev/zero', at('2-2.json'));
    writeFileSync(at('3-3.json'), Buffer.alloc(10_000_000, ' '));
    const { drafts, notes } = await storeOf().list();
    expect(drafts).toEqual([]);
    expect(notes.toSorted()).toEqual([
      `${at('1-1.json')} is not a file. It was left alone.`,
      `${at('2-2.json')} is not a file. It was left alone.`,
      `${at('3-3.json')} is larger than 4 MB; it was left alone.`,
      `${at('4-4.json')} is not a file. It was left alone.`,
    ]);
  },
);

test.runIf(process.platform === 'linux')(
  'a folder that takes no others is reported, not waited for (case 32)',
  () => {
    expect(storeOf({ directory: '/proc/helpcrunch-customer/drafts' }).save(ada)).toBe(
      'The draft could not be saved in /proc/helpcrunch-customer/drafts (ENOENT). Check its permissions, or set HELPCRUNCH_STATE_DIR to another folder.',
    );
  },
);
