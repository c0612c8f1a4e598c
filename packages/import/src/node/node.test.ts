import { appendFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkText, each, file, machine } from '../../test/import.ts';
import { readTable } from '../table/read-table.ts';
import { FileRunStore } from './file-run-store.ts';
import { writeResults } from './write-results.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
});
afterEach(() => rm(folder, { recursive: true }));

const key = (hash: string, occurrence = 0) => ({ hash: hash.padEnd(64, '0'), occurrence });

test('FileRunStore: the last result of a row counts, after it was opened again, too', async () => {
  const path = join(folder, 'state', 'rows.jsonl');
  {
    using store = new FileRunStore(path, 'one');
    await store.put(key('a'), { state: 'sending', attempt: 0 });
    await store.put(key('a'), { state: 'created', id: '7', confirmedBy: 'answer' });
    await store.put(key('a', 1), { state: 'unknown', attempt: 0 });
  }
  // A process that was killed while it wrote.
  await appendFile(path, '{"key":"b');
  using store = new FileRunStore(path, 'two');
  expect(await store.get(key('a'))).toEqual({
    run: 'one',
    result: { state: 'created', id: '7', confirmedBy: 'answer' },
  });
  expect(await store.get(key('a', 1))).toMatchObject({ result: { state: 'unknown' } });
  expect(await store.get(key('b'))).toBeUndefined();
  await store.put(key('b'), { state: 'unknown', attempt: 0 });
  expect(await store.get(key('b'))).toMatchObject({ run: 'two' });
});

test('writeResults: each row is in exactly one file, and failed.csv can be imported as it is', async () => {
  const text =
    'name,email\nAda,ada@example.com\nBob,not an email\nAda,ada@example.com\nCid,cid@example.com\n';
  const one = machine({ options: { customers: [{ email: 'cid@example.com' }] } });
  await one.import(text);
  const input = join(folder, 'customers.csv');
  const write = async (own: readonly string[] = []) =>
    writeResults(await readTable(file(text)), each(await checkText(text)), {
      store: one.store,
      input,
      own: new Set(own),
    });
  const { totals, files } = await write();
  expect(totals).toEqual({ rows: 4, created: 1, failed: 0, invalid: 1, skipped: 2, unknown: 0, pending: 0 });
  expect((await readdir(folder)).toSorted()).toEqual([
    'customers.created.csv',
    'customers.failed.csv',
    'customers.skipped.csv',
  ]);
  const failed = await readFile(join(folder, 'customers.failed.csv'), 'utf8');
  expect(failed).toMatch(/^name,email,error,error_column,status\nBob,not an email,.*,email,invalid\n$/);
  const fixed = failed.replace('not an email', 'bob@example.com');
  expect((await one.import(fixed)).states).toEqual({ 2: 'created' });
  // A second run of its own replaces its files; another run's are kept.
  expect((await write(Object.values(files))).files).toEqual(files);
  expect((await write()).files.created).toBe(join(folder, 'customers.created-2.csv'));
});
