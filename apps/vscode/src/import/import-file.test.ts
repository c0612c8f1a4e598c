import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ledger } from '@helpcrunch-customer-kit/core';
import { mapColumns } from '@helpcrunch-customer-kit/import';
import { readImport } from '@helpcrunch-customer-kit/import/node';
import { createFileLedger, systemStateFolder } from '@helpcrunch-customer-kit/local/ledger';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTestContext, type Intercept } from '../create/test/create-context.ts';
import { importFile } from './import-file.ts';

type AccountId = `${string}/${string}`;

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
  { id = 'vscode/1', ledger = context.ledger }: { readonly id?: AccountId; readonly ledger?: Ledger } = {},
) {
  const path = join(folder, 'all.csv');
  writeFileSync(path, text);
  const read = await readImport(path);
  const { mapping } = mapColumns(read.profiles, { unmapped: 'custom' });
  const { account, consent, prompts } = context;
  const { apiKey } = account.connection;
  return importFile({
    read,
    mapping,
    mappingPath: join(folder, 'all.mapping.json'),
    account: { ...account, ledgerAccount: { kind: 'live', host: 'example.com', apiKey, id } },
    ledger,
    consent,
    prompts,
    inWindow: new Map(),
    rate: 60_000,
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

test('importFile: a no sends nothing and writes nothing', async () => {
  const context = liveContext();
  context.person.choice = () => undefined;
  expect(await importInWindow(context)).toBeUndefined();
  expect([context.sandbox.requests, readdirSync(folder).includes('all.mapping.json')]).toEqual([[], false]);
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

test('importFile: an import that began in the terminal is finished here, with nothing sent twice', async () => {
  const rows = Array.from({ length: 9 }, (_, index) => `Customer ${index};;free`);
  const text = `Name;E-mail;Plan\n${rows.join('\n')}\n`;
  // The terminal has its own list of accounts, and its own process; the key and the ledger on disk are the same.
  const sharing = (context: ReturnType<typeof createTestContext>, id: AccountId) => {
    const { apiKey } = context.account.connection;
    const account = { kind: 'live', host: 'example.com', apiKey, id } as const;
    return { id, ledger: createFileLedger({ folder: systemStateFolder(process), account }) };
  };
  const terminal = liveContext(async (request, pass) => {
    if (request.url.endsWith('/customers') && terminal.creates() === 3) terminal.controller.abort();
    return pass();
  });
  const stopped = await importInWindow(terminal, text, sharing(terminal, 'terminal/1'));
  const sent = terminal.creates();
  expect([stopped?.stopped, sent < rows.length]).toEqual(['Canceled.', true]);

  const window = liveContext((request) => terminal.sandbox.fetch(request));
  const result = await importInWindow(window, text, sharing(window, 'vscode/1'));
  expect(result?.totals).toMatchObject({ rows: 9, created: 9, pending: 0 });
  expect(terminal.sandbox.customers.map(({ name }) => name).toSorted()).toEqual(
    rows.map((row) => row.split(';')[0]),
  );
});
