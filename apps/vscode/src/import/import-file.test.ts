import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ledger } from '@helpcrunch-customer-kit/core';
import { mapColumns } from '@helpcrunch-customer-kit/import';
import { type RunRecord, readImport } from '@helpcrunch-customer-kit/import/node';
import { createFileLedger, systemStateFolder } from '@helpcrunch-customer-kit/local/ledger';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { cleanEnvironment, runProgram } from '@helpcrunch-customer-kit/testing/run-program';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTestContext, type Intercept } from '../create/test/create-context.ts';
import { importFile } from './import-file.ts';

const program = join(import.meta.dirname, '../../../tui/dist/main.js');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'helpcrunch-import-'));
  vi.stubEnv('HELPCRUNCH_STATE_DIR', join(folder, 'state'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const csv = 'Name;E-mail;Plan\nAda;ada@example.com;pro\nBob;bob@example.com;free\nEve;no address;free\n';

/** Runs an import of a file in a live account, in a window of its own. */
async function importInWindow(
  context: ReturnType<typeof createTestContext>,
  text = csv,
  {
    host = 'example.com',
    ledger = context.ledger,
    name = 'all.csv',
    onStart = () => {},
  }: {
    readonly host?: string;
    readonly ledger?: Ledger;
    readonly name?: string;
    readonly onStart?: () => void;
  } = {},
) {
  const path = join(folder, name);
  writeFileSync(path, text);
  const read = await readImport(path);
  const { mapping } = mapColumns(read.profiles, { unmapped: 'custom' });
  const { account, consent, prompts } = context;
  const { apiKey } = account.connection;
  return importFile({
    read,
    mapping,
    mappingPath: join(folder, 'all.mapping.json'),
    account: { ...account, ledgerAccount: { kind: 'live', host, apiKey, id: 'vscode/1' } },
    ledger,
    consent,
    prompts,
    inWindow: new Map(),
    rate: 60_000,
    onStart,
  });
}

function liveContext(intercept?: Intercept) {
  return createTestContext('live', { requestsPerMinute: 100_000 }, intercept);
}

test('importFile: asks once with the plan, and writes results and mapping beside the file', async () => {
  const context = liveContext();
  const result = await importInWindow(context);
  expect(context.asked).toHaveLength(1);
  expect(context.asked[0]?.message).toBe('Create 2 customers in HelpCrunch, account Production?');
  for (const line of ['File: all.csv', 'To create: 2', 'Invalid: 1', 'Rows read: 3', 'Host: example.com'])
    expect(context.asked[0]?.detail).toContain(line);
  expect(context.asked[0]?.detail).toContain('line 4, E-mail: ');
  expect(result?.totals).toMatchObject({ rows: 3, created: 2, invalid: 1, pending: 0 });
  expect(readdirSync(folder).toSorted()).toEqual([
    'all.created.csv',
    'all.csv',
    'all.failed.csv',
    'all.mapping.json',
    'state',
  ]);
  expect(readFileSync(join(folder, 'all.failed.csv'), 'utf8')).toMatch(/^Eve;no address;free;/m);
  expect(context.sandbox.customers.map(({ name }) => name)).toEqual(['Ada', 'Bob']);
});

test('importFile: a no sends nothing and writes nothing; only a yes starts it', async () => {
  const context = liveContext();
  const { choice } = context.person;
  const onStart = vi.fn();
  context.person.choice = () => undefined;
  expect(await importInWindow(context, csv, { onStart })).toBeUndefined();
  expect([context.sandbox.requests, readdirSync(folder).includes('all.mapping.json')]).toEqual([[], false]);
  expect(onStart).not.toHaveBeenCalled();
  context.person.choice = choice;
  await importInWindow(context, csv, { onStart });
  expect(onStart).toHaveBeenCalledOnce();
});

test('importFile: a stopped import goes on in another window with the rest', async () => {
  const rows = Array.from({ length: 12 }, (_, index) => `Customer ${index};${index}@example.com;free`);
  const text = `Name;E-mail;Plan\n${rows.join('\n')}\n`;
  const first = liveContext(async (request, pass) => {
    if (request.url.endsWith('/customers') && first.creates() === 3) first.controller.abort();
    return pass();
  });
  const stopped = await importInWindow(first, text);
  expect(stopped?.stopped).toBe('Canceled.');
  const { created = 0, pending = 0 } = stopped?.totals ?? {};
  expect([created + pending, pending > 0, created > 0]).toEqual([12, true, true]);

  const next = liveContext((request) => first.sandbox.fetch(request));
  const result = await importInWindow(next, text);
  expect(next.asked[0]?.message).toBe(`Create ${pending} customers in HelpCrunch, account Production?`);
  expect(next.asked[0]?.detail).toContain('all.csv, continued');
  expect(result?.totals).toMatchObject({ rows: 12, created: 12, pending: 0 });
  expect(first.sandbox.customers).toHaveLength(12);
});

test('importFile: rows of the unfinished run of another file go on with it, or in a run of their own', async () => {
  const row = (index: number) => `Customer ${index};${index}@example.com;free\n`;
  const textOf = (first: number) =>
    `Name;E-mail;Plan\n${Array.from({ length: 10 }, (_, index) => row(first + index)).join('')}`;
  const first = liveContext(async (request, pass) => {
    if (request.url.endsWith('/customers') && first.creates() === 5) first.controller.abort();
    return pass();
  });
  await importInWindow(first, textOf(0));
  const sent = first.creates();
  const window = liveContext((request) => first.sandbox.fetch(request));
  window.person.choice = ({ buttons }) => buttons.at(-1);
  const result = await importInWindow(window, textOf(3), { name: 'other.csv' });
  const [shared, own] = window.asked;
  expect(shared?.detail).toContain(
    `of all.csv, which sent ${sent - 3} of these rows. Rows that only all.csv has stay unsent.`,
  );
  expect([shared?.buttons, own?.buttons]).toEqual([['Create', 'Plan a New Run'], ['Create']]);
  expect(own?.detail).not.toContain('all.csv');
  expect(result?.totals).toMatchObject({ rows: 10, created: 10 });
  // The run of the first file is as it was.
  const third = liveContext((request) => first.sandbox.fetch(request));
  await importInWindow(third, textOf(0));
  expect(first.sandbox.customers).toHaveLength(13);
});

/** The sandbox of a window on a port, and the built terminal program with the same API key and state folder. */
async function terminalBeside(window: ReturnType<typeof createTestContext>) {
  const { sandbox, clock, account } = window;
  clock.now = Date.now();
  const { apiKey } = account.connection;
  const listener = await listen(sandbox, { port: 0 });
  const environment = cleanEnvironment(folder, {
    HELPCRUNCH_API_KEY: apiKey.reveal(),
    HELPCRUNCH_BASE_URL: listener.baseUrl,
    HELPCRUNCH_STATE_DIR: join(folder, 'state'),
  });
  const { host } = new URL(listener.baseUrl);
  const stored = { kind: 'live', host, apiKey, id: 'vscode/1' } as const;
  const ledger = createFileLedger({ folder: systemStateFolder(process), account: stored });
  return {
    importHere: (text: string) => importInWindow(window, text, { host, ledger }),
    importThere: (options: Parameters<typeof runProgram>[1] = {}) =>
      runProgram(
        [process.execPath, program, 'import', join(folder, 'all.csv'), '--yes', '--json', '--rate', '119'],
        { env: environment, ...options },
      ),
    /** Run, outcome, and customers that were created, of each run on this machine, the newest first. */
    async runs() {
      const { stdout } = await runProgram([process.execPath, program, 'import', 'list', '--json'], {
        env: environment,
      });
      const { runs } = JSON.parse(stdout) as { runs: RunRecord[] };
      return runs.map(({ run, outcome, totals }) => ({ run, outcome, created: totals?.created }));
    },
    [Symbol.asyncDispose]: () => listener.close(),
  };
}

const ten = Array.from({ length: 10 }, (_, index) => `Customer ${index},${index}@example.com,id-${index}`);
const tenRows = `Name,E-mail,User ID\n${ten.join('\n')}\n`;

test('importFile: an import that the terminal began and that was stopped there goes on here as the same run', async () => {
  const window = liveContext();
  await using terminal = await terminalBeside(window);
  writeFileSync(join(folder, 'all.csv'), tenRows);
  const { code } = await terminal.importThere({
    during: async (child) => {
      await vi.waitUntil(() => window.creates() === 4, { timeout: 45_000, interval: 5 });
      child.kill('SIGINT');
    },
  });
  const [begun] = await terminal.runs();
  expect([code, begun?.outcome]).toEqual([130, 'cancelled']);

  const result = await terminal.importHere(tenRows);
  expect(window.asked[0]?.detail).toContain('File: all.csv, continued');
  expect(result?.totals).toMatchObject({ rows: 10, created: 10, pending: 0 });
  expect(await terminal.runs()).toEqual([{ run: begun?.run, outcome: 'completed', created: 10 }]);
  expect(window.sandbox.customers.map(({ name }) => name).toSorted()).toEqual(
    ten.map((row) => row.split(',')[0]),
  );
});

test('importFile: an import that was stopped here goes on in the terminal as the same run, and is over here, too', async () => {
  const window = liveContext(async (request, pass) => {
    if (request.url.endsWith('/customers') && window.creates() === 3) window.controller.abort();
    return pass();
  });
  await using terminal = await terminalBeside(window);
  const stopped = await terminal.importHere(tenRows);
  const { pending = 0 } = stopped?.totals ?? {};
  const [begun] = await terminal.runs();
  expect([stopped?.stopped, pending > 0, begun?.outcome]).toEqual(['Canceled.', true, 'cancelled']);

  const { stdout, code } = await terminal.importThere();
  expect(JSON.parse(stdout)).toMatchObject({ run: begun?.run, totals: { created: 10, pending: 0 } });
  expect([code, window.sandbox.customers.length]).toEqual([0, 10]);

  expect((await terminal.importHere(tenRows))?.totals).toMatchObject({ created: 10, pending: 0 });
  expect([window.asked.length, window.creates()]).toEqual([1, 10]);
});

test('importFile: two imports of an account at a time are refused, in the terminal and here', async () => {
  let refused: Awaited<ReturnType<typeof runProgram>> | undefined;
  const window = liveContext(async (request, pass) => {
    if (request.url.endsWith('/customers')) refused ??= await terminal.importThere();
    return pass();
  });
  await using terminal = await terminalBeside(window);
  await terminal.importHere(tenRows);
  expect(JSON.parse(refused?.stdout ?? '')).toMatchObject({
    outcome: 'paused',
    issues: [{ message: `Another import to this account is in progress (process ${process.pid}).` }],
  });
});
