import { readBaseUrl } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { liveAccount } from './accounts.ts';

const stored = { id: '1', label: 'Production', baseUrl: 'https://api.helpcrunch.com/v1', key: 'secret-key' };

test('liveAccount: uses a key for the address it was saved for', () => {
  const reading = liveAccount(stored, readBaseUrl('https://api.helpcrunch.com/v1/'), 1000);
  expect(reading).toMatchObject({ kind: 'ready', account: { kind: 'live', host: 'api.helpcrunch.com' } });
});

test('liveAccount: does not use a key for another address, and does not show it', () => {
  const reading = liveAccount(stored, readBaseUrl('https://example.com/v1'), 1000);
  expect(reading.kind).toBe('unusable');
  expect(JSON.stringify(reading)).not.toContain('secret-key');
});

test('liveAccount: reports an unusable base URL', () => {
  const reading = liveAccount(stored, readBaseUrl('http://example.com/v1'), 1000);
  expect(reading).toMatchObject({ kind: 'unusable', message: expect.stringContaining('https') });
});

test('liveAccount: the ledger stays the same with a new name and a new key, and is another one for another host', () => {
  const ledgerOf = (change: Partial<typeof stored>) => {
    const account = { ...stored, ...change };
    const reading = liveAccount(account, readBaseUrl(account.baseUrl), 1000);
    return reading.kind === 'ready' ? reading.account.ledgerAccount : undefined;
  };
  const own = { id: 'vscode/1', host: 'api.helpcrunch.com' };
  expect(ledgerOf({})).toMatchObject(own);
  expect(ledgerOf({ label: 'Main', key: 'another-key' })).toMatchObject(own);
  expect([ledgerOf({ id: '2' }), ledgerOf({ baseUrl: 'https://staging.example.com/v1' })]).toMatchObject([
    { id: 'vscode/2', host: 'api.helpcrunch.com' },
    { id: 'vscode/1', host: 'staging.example.com' },
  ]);
});
