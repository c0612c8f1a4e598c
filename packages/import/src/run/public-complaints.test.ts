// What users of other importers complained about in public trackers, as promises of this one. Named so that each can be
// found; the complaints about reading are in table/read-table.test.ts, the one about lookups in check-existing.test.ts.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkText, each, file, type Machine, machine } from '../../test/import.ts';
import { writeResults } from '../node/write-results.ts';
import { importExitCode, importReport, outcomeOfStop } from '../report/import-report.ts';
import { readTable } from '../table/read-table.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
});
afterEach(() => rm(folder, { recursive: true }));

const header = 'name,email,user id\n';
const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => `Ada ${n},ada${n}@example.com,u-${n}\n`);

/** Imports a text, and reports it as `--json` does. */
async function report(one: Machine, text: string, more: Parameters<Machine['import']>[1] = {}) {
  const { stopped } = await one.import(text, more);
  const results = await writeResults(await readTable(file(text)), each(await checkText(text)), {
    store: one.store,
    input: join(folder, 'customers.csv'),
  });
  const { totals, files } = results;
  const made = importReport({ outcome: outcomeOfStop(stopped), totals, files });
  const read = async (path: string | undefined) =>
    path === undefined ? [] : (await readFile(path, 'utf8')).trimEnd().split('\n').slice(1);
  return {
    ...made,
    exitCode: importExitCode(made),
    created: await read(files.created),
    failed: await read(files.failed),
  };
}

/** Refuses the customers whose number is in the list. */
function refusing(numbers: readonly number[]) {
  const refused = new Set(numbers.map((number) => `"u-${number}"`));
  return machine({
    through: (next) => async (request) => {
      const text = request.url.endsWith('/customers') ? await request.clone().text() : '';
      const userId = /"userId":("[^"]*")/.exec(text)?.[1] ?? '';
      return refused.has(userId)
        ? Response.json({ errors: [{ code: 'email', message: 'Not accepted' }] }, { status: 400 })
        : next(request);
    },
  });
}

test('import (firebase-tools#3085: "successfully", 275 of 1,196 missing): the sum is what exists, and the rest is named', async () => {
  const missing = Array.from({ length: 275 }, (_, n) => n * 4);
  const one = refusing(missing);
  const { totals, exitCode, failed } = await report(one, header + rows(1196).join(''));
  expect(totals).toMatchObject({ rows: 1196, created: 921, failed: 275 });
  expect(one.sandbox.customers).toHaveLength(921);
  expect(failed).toHaveLength(275);
  expect(exitCode).toBe(1);
});

test('import (chatwoot#12746: rows were counted, not customers): line breaks, blank lines and repeats count for nothing', async () => {
  const one = machine();
  const text = 'name,notes\n"Ada","one\ntwo\nthree"\n\nBob,\n\nAda,"one\ntwo\nthree"\n';
  const { totals } = await report(one, text);
  expect(totals).toMatchObject({ rows: 3, created: 2, skipped: 1 });
  expect(one.sandbox.customers).toHaveLength(2);
});

test('import (forcedotcom/cli#1888: no ids and errors per row): each row has its id, or its error and column', async () => {
  const one = refusing([1]);
  const { created, failed } = await report(one, header + rows(3).join(''));
  const idOf = (name: string) => one.sandbox.customers.find((customer) => customer.name === name)?.id;
  expect(created).toEqual([
    `Ada 0,ada0@example.com,u-0,${idOf('Ada 0')}`,
    `Ada 2,ada2@example.com,u-2,${idOf('Ada 2')}`,
  ]);
  expect(failed).toEqual([expect.stringMatching(/^Ada 1,ada1@example\.com,u-1,.*Not accepted.*,email,400$/)]);
});

test('import (plugin-data#601: exit 0 on failure): nothing that failed, or is unknown, or is left ends with 0', async () => {
  expect((await report(refusing([0]), header + rows(1).join(''))).exitCode).toBe(1);
  const lost = machine({
    through: (next) => (request) => {
      if (!request.url.endsWith('/customers')) return next(request);
      throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'EPIPE' }) });
    },
  });
  expect((await report(lost, 'name\nAda\n')).exitCode).toBe(3);
  const down = machine({ through: () => async () => new Response('', { status: 401 }) });
  expect((await report(down, header + rows(1).join(''))).exitCode).toBe(5);
  const refused = machine({
    through: () => async () => Response.json({ errors: [{ code: 'x' }] }, { status: 401 }),
  });
  expect((await report(refused, header + rows(1).join(''))).exitCode).toBe(4);
});

test('import (osTicket#4821: 700 became 20,000): the same 700 rows, however often, are 700 customers', async () => {
  const one = machine();
  const text = header + rows(700).join('');
  for (let run = 0; run < 4; run += 1) await one.import(text, { limit: 200 });
  for (let run = 0; run < 3; run += 1) await one.import(text);
  expect(one.sandbox.customers).toHaveLength(700);
});

test('import (newspack-plugin#2058: cannot be paused): it stops after the rows on their way, and goes on later', async () => {
  const stop = new AbortController();
  const one = machine();
  const text = header + rows(60).join('');
  const onEvent = () => one.sandbox.customers.length >= 25 && stop.abort();
  const paused = await report(one, text, { stop: stop.signal, onEvent });
  expect(paused).toMatchObject({ outcome: 'cancelled', exitCode: 130, totals: { rows: 60, unknown: 0 } });
  expect(paused.totals.created).toBe(one.sandbox.customers.length);
  expect(paused.totals.created).toBeLessThan(30);
  await one.import(text);
  expect(one.sandbox.customers).toHaveLength(60);
});

test('import (ravel#1892: resumes by position): a sorted file with new rows on top goes on with the rows that are left', async () => {
  const one = machine();
  const all = rows(40);
  await one.import(header + all.join(''), { limit: 15 });
  const sorted = ['New,new@example.com,u-new\n', ...all.toReversed()];
  await one.import(header + sorted.join(''));
  const names = one.sandbox.customers.map(({ name }) => name);
  expect(names).toHaveLength(41);
  expect(new Set(names).size).toBe(41);
});
