import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRedactor, readCustomer } from '@helpcrunch-customer-kit/core';
import { createFileLedger, systemStateFolder } from '@helpcrunch-customer-kit/local/ledger';
import { temporaryFolder } from '@helpcrunch-customer-kit/testing/temporary-folder';
import { expect, test } from 'vitest';
import type { OpenLedger } from '../entry/contract.ts';
import { createLedgers } from './ledgers.ts';
import { createTestContext, enter } from './test/create-context.ts';

const key = 'a-key-of-this-person';
const live = {
  identity: 'live 1',
  ledgerAccount: { kind: 'live', host: 'example.com', id: 'vscode/1', apiKey: { reveal: () => key } },
} as const;
const ada = readCustomer({ name: 'Ada Lovelace' });
const { hide } = createRedactor([key]);

/** What each window does that has its extension host in Node, with a state folder of its own for the test. */
function openIn(folder: string): OpenLedger {
  const place = { platform: process.platform, env: { HELPCRUNCH_STATE_DIR: folder } };
  return async (options) => createFileLedger({ ...options, folder: systemStateFolder(place) });
}

test('createLedgers: another window asks about what this one created', async () => {
  using folder = temporaryFolder();
  const window = () => createLedgers(openIn(folder.path), hide).of(live);
  const { create, person, asked, creates } = createTestContext('live');
  await create(ada, { ledger: await window() });
  person.choice = enter;
  expect(await create(ada, { ledger: await window() })).toEqual({ kind: 'declined' });
  expect(asked[1]?.detail).toMatch(/The same customer was created \d seconds? ago \(ID 1\)/);
  expect(creates()).toBe(1);
});

test('createLedgers: asks about what the terminal created with the same key', async () => {
  using folder = temporaryFolder();
  const { create, person, asked, creates } = createTestContext('live');
  const account = { kind: 'live', host: 'example.com', apiKey: { reveal: () => key } } as const;
  await create(ada, { ledger: await openIn(folder.path)({ account, hide }) });
  person.choice = enter;
  const ledger = await createLedgers(openIn(folder.path), hide).of(live);
  expect(await create(ada, { ledger })).toEqual({ kind: 'declined' });
  expect(asked[1]?.detail).toMatch(/The same customer was created \d seconds? ago \(ID 1\)/);
  expect(creates()).toBe(1);
});

test('createLedgers: asks about what the terminal left unresolved for the same host', async () => {
  using folder = temporaryFolder();
  const { create, person, asked, creates } = createTestContext('live', {}, async ({ url }, pass) => {
    if (url.endsWith('/customers')) throw new TypeError('terminated');
    return pass();
  });
  const apiKey = { reveal: () => 'the key before' };
  const account = { kind: 'live', host: 'example.com', apiKey } as const;
  const terminal = await openIn(folder.path)({ account, hide });
  const sent = readCustomer({ name: 'Ada', email: 'ada@example.com' });
  expect(await create(sent, { ledger: terminal })).toMatchObject({
    attempt: { outcome: { outcome: 'unknown' } },
  });
  const ledger = await createLedgers(openIn(folder.path), hide).of(live);
  person.choice = enter;
  const edited = readCustomer({ name: 'Ada Lovelace', email: 'ada@example.com' });
  for (const again of [sent, edited]) expect(await create(again, { ledger })).toEqual({ kind: 'declined' });
  expect(asked.slice(1).map(({ detail }) => detail)).toEqual([
    expect.stringMatching(/The same customer was sent .+ ago and may have been created/),
    expect.stringMatching(/A customer with the same email was sent .+ ago and may have been created/),
  ]);
  expect(asked.slice(1).map(({ buttons }) => buttons[0])).toEqual(['Do not create', 'Do not create']);
  expect(creates()).toBe(0);
});

test('createLedgers: keeps unresolved creates without keys', async () => {
  using folder = temporaryFolder();
  const ledger = await createLedgers(openIn(folder.path), hide).of(live);
  const { create } = createTestContext('live', {}, async ({ url }, pass) => {
    if (url.endsWith('/customers')) throw new TypeError('terminated');
    return pass();
  });
  const result = await create(readCustomer({ name: 'Ada', notes: `Bearer ${key}` }), { ledger });
  expect(result).toMatchObject({ attempt: { outcome: { outcome: 'unknown' } } });
  const kept = readdirSync(folder.path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('');
  expect([kept.includes('"name":"Ada"'), kept.includes(key)]).toEqual([true, false]);
});

test('createLedgers: a ledger that cannot be written is a question with the reason, before anything is sent', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'file');
  writeFileSync(file, '');
  const ledger = await createLedgers(openIn(file), hide).of(live);
  const { create, person, asked, creates } = createTestContext('live');
  person.choice = ({ detail, buttons }) => (detail.includes("can't be recorded") ? undefined : buttons[0]);
  expect(await create(ada, { ledger })).toEqual({ kind: 'declined' });
  expect(asked[1]?.detail).toMatch(
    /The send can't be recorded: Can't use the ledger .+ set HELPCRUNCH_STATE_DIR to another folder\./,
  );
  expect(creates()).toBe(0);
});

test('createLedgers: creates at the same time share the ledger of an account', async () => {
  using folder = temporaryFolder();
  const ledgers = createLedgers(openIn(folder.path), hide);
  const [one, two] = await Promise.all([ledgers.of(live), ledgers.of(live)]);
  expect(one).toBe(two);
  expect(await ledgers.of({ ...live, identity: 'live 2' })).not.toBe(one);
});

test.each([
  ['a browser', undefined, live],
  [
    'the sandbox of the window',
    () => Promise.reject(new Error('nothing is opened')),
    { identity: 'sandbox' },
  ],
] as const)('createLedgers: in %s nothing outlives the window', async (_where, open, account) => {
  const window = createLedgers(open, hide);
  const { create, asked } = createTestContext('sandbox');
  const ledger = await window.of(account);
  await create(ada, { ledger });
  expect(await window.of(account)).toBe(ledger);
  const subject = {
    fingerprint: JSON.stringify({ name: 'Ada Lovelace' }),
    request: { name: 'Ada Lovelace' },
  };
  expect([await ledger.find(subject), asked]).toMatchObject([[{ state: 'created', same: 'content' }], []]);
  expect(await (await createLedgers(open, hide).of(account)).find(subject)).toEqual([]);
});
