import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readCustomer } from '@helpcrunch-customer-kit/core';
import { mapColumns } from '@helpcrunch-customer-kit/import';
import { readImport } from '@helpcrunch-customer-kit/import/node';
import { withImportFolder } from '@helpcrunch-customer-kit/local/ledger';
import { afterEach, expect, test, vi } from 'vitest';
import { createTestContext } from '../create/test/create-context.ts';
import { importFile } from './import-file.ts';
import { startImports } from './start-imports.ts';

const folder = mkdtempSync(join(tmpdir(), 'helpcrunch-list-'));
vi.stubEnv('HELPCRUNCH_STATE_DIR', folder);
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const named = (name: string, more: object = {}) => ({
  name,
  customer: readCustomer({ name, ...more }),
  text: JSON.stringify({ name, ...more }),
});

test('createList: a customer without user ID and email that came from a table is not created again', async () => {
  const { account, ledger, prompts, consent, creates, clock } = createTestContext('live');
  const { apiKey } = account.connection;
  const ledgerAccount = { kind: 'live', host: 'example.com', apiKey, id: 'vscode/1' } as const;
  const path = join(folder, 'all.csv');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, 'Full name\nAda\nBob\n');
  const read = await readImport(path);
  await importFile({
    read,
    mapping: mapColumns(read.profiles, {}).mapping,
    mappingPath: join(folder, 'all.mapping.json'),
    account: { ...account, ledgerAccount },
    ledger,
    consent,
    prompts,
    inWindow: new Map(),
    rate: 60_000,
  });
  const notes: string[] = [];
  await prompts.withProgress('', (progress) =>
    startImports({ hasFiles: true, resultsFolder: join(folder, 'results') }).createList({
      name: 'team.customers.json',
      customers: [named('Bob'), named('Eve'), named('Ada')],
      account: { ...account, ledgerAccount },
      ledger,
      progress,
      time: {
        clock: () => clock.now,
        async pause(milliseconds) {
          clock.now += milliseconds;
        },
      },
      attempted: async (index, { outcome }) => void notes.push(`${index} ${outcome.outcome}`),
      noted: async (index, note) => void notes.push(`${index} ${note}`),
    }),
  );
  const before = expect.stringMatching(/Created before \(ID \d\)\.$/);
  expect([notes.toSorted(), creates()]).toEqual([[before, '1 created', before], 3]);
});

test('createList: reports an import of the same account that is running', async () => {
  const { account, ledger, prompts, creates } = createTestContext('live');
  const { apiKey } = account.connection;
  const accountOf = (id: `${string}/${string}`) =>
    ({ kind: 'live', host: 'example.com', apiKey, id }) as const;
  const there = { process, takeOver: false };
  const end = await withImportFolder(accountOf('keychain/default'), there, () =>
    prompts.withProgress('', (progress) =>
      startImports({ hasFiles: true, resultsFolder: join(folder, 'results') }).createList({
        name: 'team.customers.json',
        customers: [named('Ada')],
        account: { ...account, ledgerAccount: accountOf('vscode/1') },
        ledger,
        progress,
        attempted: async () => undefined,
        noted: async () => undefined,
      }),
    ),
  );
  const stopped = `Another import to this account is in progress (process ${process.pid}).`;
  expect([end, creates()]).toEqual([{ stopped, files: [] }, 0]);
});

test('createList: what a window created in a live account, another window does not create again', async () => {
  const { account, ledger, prompts, creates, clock } = createTestContext('live');
  const { apiKey } = account.connection;
  const ledgerAccount = { kind: 'live', host: 'example.com', apiKey, id: 'vscode/1' } as const;
  const time = {
    clock: () => clock.now,
    async pause(milliseconds: number) {
      clock.now += milliseconds;
    },
  };
  async function createInNewWindow(names: readonly string[], customers = names.map((name) => named(name))) {
    const results: Record<string, string> = {};
    const { stopped, files } = await prompts.withProgress('', (progress) =>
      startImports({ hasFiles: true, resultsFolder: join(folder, 'results') }).createList({
        name: 'team.customers.json',
        customers,
        account: { ...account, ledgerAccount },
        ledger,
        progress,
        time,
        async attempted(index, { outcome }) {
          results[names[index] ?? ''] = outcome.outcome;
        },
        async noted(index, note) {
          results[names[index] ?? ''] = note;
        },
      }),
    );
    const written = files.map((path) => [basename(path), readFileSync(path, 'utf8')]);
    return { stopped, results, written: Object.fromEntries(written) };
  }

  expect(await createInNewWindow(['Ada', 'Bob'])).toEqual({
    stopped: undefined,
    results: { Ada: 'created', Bob: 'created' },
    written: {
      'team.customers.created.jsonl':
        '{"name":"Ada", "helpcrunch_id": "1"}\n{"name":"Bob", "helpcrunch_id": "2"}\n',
    },
  });
  const { results } = await createInNewWindow(['Eve', 'Bob']);
  expect(results).toEqual({ Eve: 'created', Bob: expect.stringMatching(/^Created before \(ID \d+\)\.$/) });
  expect(creates()).toBe(3);
  const written = await createInNewWindow(
    ['Mary', 'Bob', 'Mary', 'Lin'],
    [
      { ...named('Mary'), text: '{ "name": "Mary", // the first\n }' },
      named('Bob'),
      named('Mary'),
      named('Lin', { locale: 'xx' }),
    ],
  );
  expect(written.written).toEqual({
    'team.customers.created.jsonl':
      '{"name":"Mary", "helpcrunch_id": "4"}\n{"name":"Bob", "helpcrunch_id": "2"}\n',
    'team.customers.skipped.jsonl':
      '{"name":"Mary", "helpcrunch_id": "", "helpcrunch_reason": "The same as another one in this list."}\n',
    'team.customers.failed.jsonl': expect.stringMatching(
      /^\{"name":"Lin","locale":"xx", "error": "[^"]*\\"xx\\"[^"]*", "error_column": "locale", "status": "invalid"\}\n$/,
    ),
  });
});
