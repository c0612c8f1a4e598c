import { readBaseUrl } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { liveAccount } from './live-account.ts';

const stored = { id: '1', label: 'Production', baseUrl: 'https://api.helpcrunch.com/v1', key: 'secret-key' };

test('a stored key is used for the address it was saved for', () => {
  const reading = liveAccount(stored, readBaseUrl('https://api.helpcrunch.com/v1/'), 1000);
  expect(reading).toMatchObject({ kind: 'ready', account: { kind: 'live', host: 'api.helpcrunch.com' } });
});

test('a stored key goes to no other address, and is not named', () => {
  const reading = liveAccount(stored, readBaseUrl('https://example.com/v1'), 1000);
  expect(reading.kind).toBe('unusable');
  expect(JSON.stringify(reading)).not.toContain('secret-key');
});

test('a base URL that is none is said', () => {
  const reading = liveAccount(stored, readBaseUrl('http://example.com/v1'), 1000);
  expect(reading).toMatchObject({ kind: 'unusable', words: expect.stringContaining('https') });
});
