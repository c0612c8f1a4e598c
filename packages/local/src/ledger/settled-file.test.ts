import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeSettledLines } from '../../test/settled-lines.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { type Files, systemFiles } from './durable-files.ts';
import { retention, SettledFile } from './settled-file.ts';
import type { StoredEntry } from './stored-entry.ts';

const now = 1_790_000_000_000;
const day = 24 * 60 * 60_000;
const header = { version: 1, ledger: 'host-api.helpcrunch.com', salt: 'any' } as const;

const hashOf = (kind: string, number: number) =>
  createHash('sha256').update(`${kind}${number}`).digest().subarray(0, 16).toString('base64url');
const idOf = (number: number) => `e${String(number).padStart(11, '0')}`;

function entry(id: string, at: number, more: Partial<StoredEntry> = {}): StoredEntry {
  return { id, state: 'created', at, fingerprint: `fingerprint of ${id}`, ...more };
}

/** Counts the bytes that are read. */
function countingFiles() {
  const count = { bytes: 0 };
  const files = {
    ...systemFiles,
    open: async (...values: Parameters<typeof systemFiles.open>) => {
      const handle = await systemFiles.open(...values);
      const read = handle.read.bind(handle) as (...values: unknown[]) => Promise<{ bytesRead: number }>;
      const counted = async (...how: unknown[]) => {
        const result = await read(...how);
        count.bytes += result.bytesRead;
        return result;
      };
      return Object.assign(handle, { read: counted });
    },
  } as Files;
  return { count, files };
}

test.each([100, 5000, 60_000])(
  'find: among %i entries, an index finds each by ID, content and user ID',
  async (count) => {
    using folder = temporaryFolder();
    writeSettledLines(folder.path, { count, at: now, salt: 'any' });
    await new SettledFile(systemFiles, folder.path).maintain(now);
    const file = new SettledFile(systemFiles, folder.path);
    for (const number of [0, 1, Math.floor(count / 2), count - 1]) {
      for (const key of [idOf(number), hashOf('fingerprint', number), hashOf('userId', number)]) {
        expect(await file.find([key])).toMatchObject([{ id: idOf(number), customerId: String(number) }]);
      }
    }
    expect(await file.find(['nothing', hashOf('fingerprint', count)])).toEqual([]);
  },
);

test('find: a process that starts reads as much of 60,000 entries as of 5,000', async () => {
  const read: number[] = [];
  for (const count of [5000, 60_000]) {
    using folder = temporaryFolder();
    writeSettledLines(folder.path, { count, at: now, salt: 'any' });
    await new SettledFile(systemFiles, folder.path).maintain(now);
    const { count: counted, files } = countingFiles();
    await new SettledFile(files, folder.path).find([hashOf('fingerprint', 77), hashOf('userId', 77)]);
    read.push(counted.bytes);
  }
  for (const bytes of read) expect(bytes).toBeLessThan(16_384);
});

test('find: entries appended after the index was made are found, before and after they are added to it', async () => {
  using folder = temporaryFolder();
  writeSettledLines(folder.path, { count: 5000, at: now, salt: 'any' });
  const file = new SettledFile(systemFiles, folder.path);
  await file.maintain(now);
  const indexed = statSync(join(folder.path, 'settled.index')).size;
  for (let batch = 0; batch < 8; batch += 1) {
    const ids = Array.from({ length: 1000 }, (_, index) => `b${batch}-${index}`);
    await file.append(
      header,
      ids.map((id) => entry(id, now)),
    );
    const others = new SettledFile(systemFiles, folder.path);
    expect(await others.find([`b${batch}-7`, 'fingerprint of b0-3'])).toHaveLength(2);
    await file.maintain(now);
    const after = new SettledFile(systemFiles, folder.path);
    expect(await after.find([`b${batch}-999`, 'fingerprint of b0-3', idOf(4999)])).toHaveLength(3);
  }
  // It grew along.
  expect(statSync(join(folder.path, 'settled.index')).size).toBeGreaterThan(indexed);
});

test.each([
  ['missing', (path: string) => rmSync(path)],
  ['cut off', (path: string) => truncateSync(path, 1000)],
  ['of another file', (path: string) => writeFileSync(path, readFileSync(path).fill('0', 32, 48))],
  ['something else', (path: string) => writeFileSync(path, 'x'.repeat(500))],
])('find: an index that is %s is not used, and made again', async (_how, damage) => {
  using folder = temporaryFolder();
  writeSettledLines(folder.path, { count: 9000, at: now, salt: 'any' });
  const file = new SettledFile(systemFiles, folder.path);
  await file.maintain(now);
  const path = join(folder.path, 'settled.index');
  const before = readFileSync(path);
  damage(path);
  expect(await new SettledFile(systemFiles, folder.path).find([idOf(5), idOf(8999)])).toHaveLength(2);
  await file.maintain(now);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('find: many entries with the same key are all found', async () => {
  using folder = temporaryFolder();
  writeSettledLines(folder.path, { count: 3000, at: now, salt: 'any' });
  const file = new SettledFile(systemFiles, folder.path);
  const ids = Array.from({ length: 500 }, (_, index) => `same-${index}`);
  await file.append(
    header,
    ids.map((id) => entry(id, now, { userIdHash: 'one' })),
  );
  await file.maintain(now);
  expect((await new SettledFile(systemFiles, folder.path).find(['one'])).map(({ id }) => id)).toEqual(ids);
});

test.each([
  ['30 days', retention.usual, {}],
  ['90 days, with an idempotency key', retention.keyed, { idempotencyKeyHash: 'key' }],
])('maintain: settled entries are removed after %s, a little late', async (_how, kept, more) => {
  using folder = temporaryFolder();
  const file = new SettledFile(systemFiles, folder.path);
  await file.append(header, [entry('old', now, more), entry('new', now + 10 * day, more)]);
  const left = async (at: number) => {
    await file.maintain(at);
    return (await file.newest(9)).map(({ id }) => id);
  };
  expect([await left(now + kept - 1), await left(now + kept + 3 * day), await left(now - 365 * day)]).toEqual(
    [['new', 'old'], ['new'], ['new']],
  );
});

test('maintain: what has expired among many is removed, and the rest is found by a new index', async () => {
  using folder = temporaryFolder();
  writeSettledLines(folder.path, { count: 5000, at: now - 40 * day, salt: 'any' });
  const file = new SettledFile(systemFiles, folder.path);
  await file.maintain(now - 40 * day);
  const ids = Array.from({ length: 4000 }, (_, index) => `new-${index}`);
  await file.append(
    header,
    ids.map((id) => entry(id, now)),
  );
  await file.maintain(now);
  const after = new SettledFile(systemFiles, folder.path);
  expect([await after.find([idOf(5)]), (await after.find(ids)).length]).toEqual([[], 4000]);
});

test('newest: the last entries come first, each once, from a file larger than what is read at a time', async () => {
  using folder = temporaryFolder();
  writeSettledLines(folder.path, { count: 5000, at: now, salt: 'any' });
  const file = new SettledFile(systemFiles, folder.path);
  await file.append(header, [entry(idOf(7), now + 1)]);
  const numbers = (await file.newest(4000)).map(({ id }) => Number(id.slice(1)));
  const expected = [7, ...Array.from({ length: 3999 }, (_, index) => 4999 - index)];
  expect([numbers, (await file.newest(9999)).length]).toEqual([expected, 5000]);
});

test('find: a damaged line is not an entry', async () => {
  using folder = temporaryFolder();
  const file = new SettledFile(systemFiles, folder.path);
  await file.append(header, [entry('a', now), entry('b', now)]);
  const path = join(folder.path, 'settled.jsonl');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"id":"a"', '"id":"a'));
  expect((await file.find(['a', 'b'])).map(({ id }) => id)).toEqual(['b']);
});
