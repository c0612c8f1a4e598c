import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fetch } from '@helpcrunch-customer-kit/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { machine } from '../../test/import.ts';
import { outcomeOfStop, stopMessage } from '../report/import-report.ts';
import { createPacer } from '../run/pacer.ts';
import { folderOfRun } from './choose-run.ts';
import { FileRunStore } from './file-run-store.ts';
import { ImportSession, mapImport, readImport, sha256 } from './import-session.ts';
import { prepareRun } from './prepare-run.ts';
import { writeRun, writeRunResults } from './run-records.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** One account and one folder; imports of files one after another, as the command does them. */
function account() {
  let losing: string | undefined;
  const lose =
    (next: Fetch): Fetch =>
    async (request) => {
      const isCreate = request.method === 'POST' && request.url.endsWith('/customers');
      const isLost = losing !== undefined && isCreate && (await request.clone().text()).includes(losing);
      if (isLost)
        throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'EPIPE' }) });
      return next(request);
    };
  const one = machine({ through: lose });
  return {
    ...one,
    lose(text: string | undefined) {
      losing = text;
    },
    async importFile(
      text: string,
      {
        name = 'customers.csv',
        ...more
      }: { name?: string; run?: string; isNew?: boolean; again?: boolean; limit?: number } = {},
    ) {
      const path = join(folder, name);
      await writeFile(path, text);
      const read = await readImport(path);
      const { mapping } = mapImport(read, {});
      const session = new ImportSession(read, mapping, { now: Date.UTC(2026, 0, 1) });
      using rows = new FileRunStore(join(folder, 'state', 'rows.jsonl'), '');
      const state = join(folder, 'state');
      const { ledger, connection, time } = one;
      const prepared = await prepareRun(session, rows, {
        ...more,
        folder: state,
        input: path,
        now: new Date(time.now()),
        ledger,
        existing: 'skip',
        rate: 100,
      });
      if (!prepared) return undefined;
      const { record, store, left, again, plan, keeps, isContinued, shared } = prepared;
      await writeRun(state, record);
      const stopped = await session.run({
        account: { kind: 'live', label: 'main', host: 'sandbox.example', connection },
        ledger,
        store,
        left,
        again,
        hash: sha256,
        existing: 'skip',
        pacer: createPacer({ rate: 100, clock: time.now, pause: time.pause }),
        pause: time.pause,
        limit: more.limit,
      });
      const { totals, files } = await writeRunResults(session, store, {
        place: { folder: state, record },
        keeps,
        outcomeOf: ({ pending }) => (pending > 0 && !stopped ? 'paused' : outcomeOfStop(stopped)),
      });
      return { run: record.run, isContinued, shared, toCreate: plan.toCreate, stopped, totals, files };
    },
    names: () => one.sandbox.customers.map(({ name }) => name ?? ''),
    files: async () => (await readdir(folder)).filter((file) => file !== 'state').toSorted(),
    read: (name: string) => readFile(join(folder, name), 'utf8'),
  };
}

const header = 'name,email,user id\n';
const row = (name: string, more = '') => `${name}${more},${name.toLowerCase()}@example.com,u-${name}\n`;

test('prepareRun: edit three failed rows, sort the file, append ten: exactly those thirteen are sent', async () => {
  const one = account();
  const names = ['Ann', 'Bob', 'Cid', 'Dan', 'Eve', 'Fay'];
  const broken = names.map((name, index) => (index % 2 === 0 ? row(name) : row(name).replace('@', ' ')));
  await one.importFile(header + broken.join(''));
  expect(one.names().toSorted()).toEqual(['Ann', 'Cid', 'Eve']);
  const more = Array.from({ length: 10 }, (_, n) => row(`New${n}`));
  const next = await one.importFile(
    header + [...more, ...names.toReversed().map((name) => row(name))].join(''),
  );
  expect(next).toMatchObject({ toCreate: 13, totals: { rows: 16, created: 16 } });
  expect(one.names()).toHaveLength(16);
});

test('prepareRun: an unknown row that was edited pauses the run before anything is sent, with both versions', async () => {
  const one = account();
  one.lose('Bob');
  const text = `${header + row('Ann')}Bob,bob@example.com,\n`;
  expect(await one.importFile(text)).toMatchObject({ totals: { created: 1, unknown: 1 } });
  one.lose(undefined);
  const edited = await one.importFile(`${text.replace('Bob,', 'Robert,')}${row('Cid')}`);
  expect(edited).toMatchObject({ isContinued: true, stopped: { kind: 'edited-unknown', line: 3 } });
  const message = edited?.stopped && stopMessage(edited.stopped);
  expect(message).toContain('{"name":"Bob","email":"bob@example.com"}');
  expect(message).toContain('{"name":"Robert","email":"bob@example.com"}');
  expect(one.names()).toEqual(['Ann']);
  // As it was, it is only unknown, and the others are sent.
  await one.importFile(`${text}${row('Cid')}`);
  expect(one.names()).toEqual(['Ann', 'Cid']);
});

test('prepareRun: an unknown row that left the file pauses the run, until it is found', async () => {
  const one = account();
  one.lose('Bob');
  const text = header + row('Ann') + row('Bob');
  await one.importFile(text);
  const without = await one.importFile(header + row('Ann') + row('Cid'));
  expect(without?.stopped).toMatchObject({ kind: 'unknown-left', sent: { name: 'Bob' } });
  expect(without?.stopped && stopMessage(without.stopped)).toContain('"name":"Bob"');
  expect(one.names()).toEqual(['Ann']);
  // It was created after all: the run finds it, and goes on.
  const headers = { authorization: 'Bearer abc', 'content-type': 'application/json' };
  const body = JSON.stringify({ name: 'Bob', email: 'bob@example.com', userId: 'u-Bob' });
  await one.sandbox.fetch(
    new Request('http://sandbox.example/v1/customers', { method: 'POST', headers, body }),
  );
  expect(await one.importFile(header + row('Ann') + row('Cid'))).toMatchObject({ stopped: undefined });
  expect(one.names()).toEqual(['Ann', 'Bob', 'Cid']);
});

test('prepareRun: another file with rows of an unfinished run continues that run', async () => {
  const one = account();
  const text = header + row('Ann') + row('Bob') + row('Cid');
  const first = await one.importFile(text, { limit: 1 });
  const moved = await one.importFile(text, { name: 'moved.csv', limit: 1 });
  expect(moved).toMatchObject({ run: first?.run, isContinued: true, totals: { created: 2, pending: 1 } });
  expect([first?.shared, moved?.shared]).toEqual([undefined, { name: 'customers.csv', rows: 1 }]);
  const other = await one.importFile(header + row('Zoe'), { name: 'other.csv' });
  expect(other).toMatchObject({ isContinued: false });
  const fresh = await one.importFile(text, { name: 'moved.csv', isNew: true });
  expect(fresh?.run).not.toBe(first?.run);
  expect(one.names().toSorted()).toEqual(['Ann', 'Bob', 'Cid', 'Zoe']);
  expect(await one.importFile(text, { run: 'none' })).toBeUndefined();
  expect(await one.importFile(text, { run: first?.run ?? '' })).toMatchObject({ run: first?.run });
});

test('prepareRun: rows of earlier runs are sent again only where that was asked for, and once', async () => {
  const one = account();
  const text = `${header + row('Ann')}Bob,,\n`;
  one.lose('Bob');
  await one.importFile(text);
  one.lose(undefined);
  expect(await one.importFile(text, { isNew: true })).toMatchObject({ totals: { created: 1, unknown: 1 } });
  expect(one.names()).toEqual(['Ann']);
  const again = { again: true };
  expect(await one.importFile(text, { ...again, limit: 1 })).toMatchObject({
    totals: { pending: 1, skipped: 1 },
  });
  expect(await one.importFile(text, again)).toMatchObject({ totals: { created: 1, skipped: 1 } });
  expect(one.names()).toEqual(['Ann', 'Bob']);
});

test('writeRunResults: a failed.csv that was edited meanwhile is kept', async () => {
  const one = account();
  const text = header + row('Ann') + row('Bob').replace('@', ' ') + row('Cid');
  await one.importFile(text, { limit: 1 });
  const edited = (await one.read('customers.failed.csv')).replace('bob example', 'bob@example');
  await writeFile(join(folder, 'customers.failed.csv'), edited);
  const { files } = (await one.importFile(text)) ?? {};
  expect(await one.read('customers.failed.csv')).toBe(edited);
  expect(files?.failed).toBe(join(folder, 'customers.failed-2.csv'));
  expect(await one.files()).toEqual([
    'customers.created.csv',
    'customers.csv',
    'customers.failed-2.csv',
    'customers.failed.csv',
  ]);
});

test('writeRunResults: ids of created rows that left the file are kept', async () => {
  const one = account();
  await one.importFile(header + row('Ann') + row('Bob') + row('Cid'), { limit: 2 });
  const before = await one.read('customers.created.csv');
  await one.importFile(header + row('Cid'));
  expect(await one.read('customers.created.csv')).toBe(before);
  expect(await one.read('customers.created-2.csv')).toContain('Cid');
});

test('folderOfRun: the newest run of a file counts; in the folder of another account, only one of the same key', async () => {
  const [own, other] = [join(folder, 'own'), join(folder, 'other')];
  const record = (run: string, sender: string, hour: number) => ({
    run,
    input: '/all.csv',
    sender,
    startedAt: `2026-01-01T0${hour}:00:00Z`,
  });
  const folderOf = (more: object = { input: '/all.csv' }) =>
    folderOfRun([own, other], { sender: 'mine', ...more });
  expect(await folderOf()).toBe(own);
  await writeRun(other, record('other-key', 'theirs', 9));
  expect(await folderOf()).toBe(own);
  await writeRun(other, record('there', 'mine', 1));
  expect(await folderOf()).toBe(other);
  expect(await folderOf({ input: '/else.csv' })).toBe(own);
  await writeRun(own, record('here', 'before', 2));
  expect(await folderOf()).toBe(own);
  expect(await folderOf({ run: 'there' })).toBe(other);
  expect(await folderOf({ run: 'other-key' })).toBe(own);
});
