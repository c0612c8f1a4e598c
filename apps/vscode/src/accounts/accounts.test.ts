import { expect, test } from 'vitest';
import { labelOfSandbox, liveAccount } from './accounts.ts';

const stored = { id: '1', label: 'Production', baseUrl: 'https://api.helpcrunch.com/v1', key: 'secret-key' };

test('liveAccount: uses a key for the address it was saved for, whatever other accounts use', () => {
  const hosts = ['https://api.helpcrunch.com/v1', 'http://127.0.0.1:4010/v1/'].map((baseUrl) => {
    const reading = liveAccount({ ...stored, baseUrl }, 1000);
    return reading.kind === 'ready' ? reading.account.host : reading;
  });
  expect(hosts).toEqual(['api.helpcrunch.com', '127.0.0.1:4010']);
});

test('liveAccount: reports an unusable base URL, and does not show the key', () => {
  const reading = liveAccount({ ...stored, baseUrl: 'http://example.com/v1' }, 1000);
  expect(reading).toMatchObject({ kind: 'unusable', message: expect.stringContaining('https') });
  expect(JSON.stringify(reading)).not.toContain('secret-key');
});

test('liveAccount: the ledger stays the same with a new name and a new key, and is another one for another host', () => {
  const ledgerOf = (change: Partial<typeof stored>) => {
    const account = { ...stored, ...change };
    const reading = liveAccount(account, 1000);
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

test('labelOfSandbox: names the failure that is simulated', () => {
  expect(labelOfSandbox({ scenario: undefined })).toBe('Sandbox');
  expect(labelOfSandbox({ scenario: 'field-rejected' })).toBe('Sandbox (field-rejected)');
});
