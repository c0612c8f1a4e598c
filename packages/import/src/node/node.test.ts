import { execFileSync } from 'node:child_process';
import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkText, each, file, machine } from '../../test/import.ts';
import { readTable } from '../table/read-table.ts';
import { FileRunStore } from './file-run-store.ts';
import { readImport } from './import-session.ts';
import { openSnapshot } from './snapshot.ts';
import { type ResultOptions, writeResults } from './write-results.ts';
import type { WrittenFiles } from './written-files.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  return rm(folder, { recursive: true });
});

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

test('FileRunStore: a row of another kind of file goes by the key of the row with the same customer', async () => {
  const path = join(folder, 'rows.jsonl');
  const name = (kind: 'csv' | 'json', hash: string) => `${kind}-${hash.padEnd(64, '0')}-1`;
  const inTable = { ...key('a'), customer: name('csv', 'c') };
  const inJson = { ...key('b'), customer: name('json', 'c') };
  {
    using store = new FileRunStore(path, 'table');
    // As a version wrote it that had no names of customers.
    await store.put(key('d'), { state: 'created', id: '6', confirmedBy: 'answer' });
    await store.put(inTable, { state: 'sending', attempt: 0 });
  }
  using store = new FileRunStore(path, 'list');
  expect(store.keyOf(inJson)).toEqual(inTable);
  await store.put(inJson, { state: 'created', id: '7', confirmedBy: 'answer' });
  expect(await store.get(inTable)).toMatchObject({ run: 'list', result: { id: '7' } });
  expect([...store.results()].map((line) => line.customer)).toEqual([undefined, inTable.customer]);
  // What was known by its cells stays so, and only another kind of file has other cells for the same customer.
  expect(await store.get({ ...key('d'), customer: name('json', 'c') })).toMatchObject({
    result: { id: '6' },
  });
  expect(await store.get({ ...key('e'), customer: name('csv', 'c') })).toBeUndefined();
  expect(await store.get({ ...key('e'), customer: name('json', 'f') })).toBeUndefined();
});

test('FileRunStore: a result with a long message is read back', async () => {
  using store = new FileRunStore(join(folder, 'rows.jsonl'), 'one');
  const result = { state: 'failed', attempt: 1, body: 'b', message: 'é'.repeat(20_000) } as const;
  await store.put(key('a'), result);
  await store.put(key('b'), { state: 'unknown', attempt: 0 });
  expect(await store.get(key('a'))).toEqual({ run: 'one', result });
});

test('readImport: every pass sees the rows of the first, whatever becomes of the file', async () => {
  const path = join(folder, 'customers.csv');
  await writeFile(path, 'name\nAda\n');
  const { table } = await readImport(path);
  await writeFile(path, 'name\nBob\nCid\n');
  await rm(path);
  for (let pass = 0; pass < 2; pass += 1) {
    const names: unknown[] = [];
    for await (const batch of table.batches()) for (const { cells } of batch) names.push(...cells);
    expect(names).toEqual(['Ada']);
  }
});

test('readImport: reads a pipe', async () => {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  const [{ table }] = await Promise.all([readImport(path), writeFile(path, 'name\nAda\n')]);
  const rows = [];
  for await (const batch of table.batches()) rows.push(...batch);
  expect(rows).toHaveLength(1);
});

test('readImport: a file of gigabytes is refused, not copied', async () => {
  const path = join(folder, 'customers.csv');
  await writeFile(path, 'name\nAda\n');
  await truncate(path, 3 * 2 ** 30);
  await expect(readImport(path)).rejects.toMatchObject({
    issue: { code: 'too-large', maxBytes: 2 ** 31 },
    message: expect.stringMatching(/^The file has more than 2 GB\. Split it, /),
  });
});

test('openSnapshot: what never ends is refused once it is too large, and nothing is left of it', async () => {
  vi.stubEnv('TMPDIR', folder);
  function* endless() {
    for (;;) yield Buffer.alloc(64);
  }
  const opened = openSnapshot('/dev/zero', async () => Readable.from(endless()), { maxBytes: 1000 });
  await expect(opened).rejects.toMatchObject({ issue: { code: 'too-large', maxBytes: 1000 } });
  expect(await readdir(folder)).toEqual([]);
});

test('openSnapshot: a process that is killed while it waits or copies leaves nothing behind', async () => {
  vi.stubEnv('TMPDIR', folder);
  const seen: string[][] = [];
  async function* rows() {
    for (const row of ['name\n', 'Ada\n']) {
      seen.push(await readdir(folder));
      yield Buffer.from(row);
    }
  }
  const open = await openSnapshot('/dev/null', async () => {
    seen.push(await readdir(folder));
    return Readable.from(rows());
  });
  expect(seen).toEqual([[], [], []]);
  let text = '';
  for await (const chunk of open()) text += Buffer.from(chunk).toString();
  expect(text).toBe('name\nAda\n');
});

test('writeResults: who is killed while writing replaces its own files, and leaves nothing unfinished', async () => {
  const text = 'name\nAda\n';
  const one = machine();
  await one.import(text);
  const write = async (own: WrittenFiles, onFiles?: ResultOptions['onFiles']) =>
    writeResults(await readTable(file(text)), each(await checkText(text)), {
      store: one.store,
      input: join(folder, 'customers.csv'),
      own,
      ...(onFiles ? { onFiles } : {}),
    });
  let known: WrittenFiles = {};
  await write({}, async (files) => {
    known = files;
    expect(await readdir(folder)).toEqual(['customers.created.csv.run.tmp']);
  });
  await writeFile(join(folder, 'customers.failed.csv.run.tmp'), 'half');
  await write(known);
  expect(await readdir(folder)).toEqual(['customers.created.csv']);
});

test('writeResults: each row is in exactly one file, and failed.csv can be imported as it is', async () => {
  const text =
    'name,email\nAda,ada@example.com\nBob,not an email\nAda,ada@example.com\nCid,cid@example.com\n';
  const one = machine({ options: { customers: [{ email: 'cid@example.com' }] } });
  await one.import(text);
  const input = join(folder, 'customers.csv');
  const write = async (own: WrittenFiles = {}) =>
    writeResults(await readTable(file(text)), each(await checkText(text)), {
      store: one.store,
      input,
      own,
    });
  const { totals, files, written } = await write();
  expect(totals).toEqual({ rows: 4, created: 1, failed: 0, invalid: 1, skipped: 2, unknown: 0, pending: 0 });
  expect((await readdir(folder)).toSorted()).toEqual([
    'customers.created.csv',
    'customers.failed.csv',
    'customers.skipped.csv',
  ]);
  expect(await readFile(join(folder, 'customers.skipped.csv'), 'utf8')).toBe(
    'name,email,helpcrunch_id,helpcrunch_reason\n' +
      'Ada,ada@example.com,,Same as line 2. It is left out.\n' +
      'Cid,cid@example.com,1,A customer with this email exists already.\n',
  );
  const failed = await readFile(join(folder, 'customers.failed.csv'), 'utf8');
  expect(failed).toMatch(/^name,email,error,error_column,status\nBob,not an email,.*,email,invalid\n$/);
  const fixed = failed.replace('not an email', 'bob@example.com');
  expect((await one.import(fixed)).states).toEqual({ 2: 'created' });
  // A second run of its own replaces its files; another run's with other rows are kept.
  expect((await write(written)).files).toEqual(files);
  await writeFile(files.created ?? '', 'name,email,helpcrunch_id\nZoe,zoe@example.com,9\n');
  expect((await write()).files.created).toBe(join(folder, 'customers.created-2.csv'));
});

test('writeResults: another run with the same rows writes no second file with the same content', async () => {
  const text = 'name\nAda\n';
  const one = machine();
  await one.import(text);
  const write = async () =>
    writeResults(await readTable(file(text)), each(await checkText(text)), {
      store: one.store,
      input: join(folder, 'customers.csv'),
    });
  await write();
  expect((await write()).files.created).toBe(join(folder, 'customers.created.csv'));
  expect(await readdir(folder)).toEqual(['customers.created.csv']);
});
