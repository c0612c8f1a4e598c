import { memoryKeychain } from '@helpcrunch-customer-kit/testing/api-keys';
import { expect, test } from 'vitest';
import { createKeyStore } from '../keys/key-store.ts';
import { findLiveAccount } from './live-account.ts';

const stored = createKeyStore({
  open: async () => memoryKeychain(new Map([['api.helpcrunch.com', 'from-keychain']])),
});

async function keyFor(environment: Readonly<Record<string, string>>) {
  const { reading, source } = await findLiveAccount(environment, stored);
  return [source, reading.kind === 'ready' ? reading.account.connection.apiKey.reveal() : reading.kind];
}

test("the environment's key goes first", async () => {
  expect(await keyFor({ HELPCRUNCH_API_KEY: 'from-environment' })).toEqual([
    'environment',
    'from-environment',
  ]);
});

test("without one, the keychain's is used", async () => {
  expect(await keyFor({})).toEqual(['keychain', 'from-keychain']);
});

test('an environment key that is not usable is not passed over in silence', async () => {
  expect(await keyFor({ HELPCRUNCH_API_KEY: 'two words' })).toEqual([undefined, 'no-key']);
});

test('the key of one host is not sent to another', async () => {
  expect(await keyFor({ HELPCRUNCH_BASE_URL: 'https://elsewhere.example/v1' })).toEqual([
    undefined,
    'no-key',
  ]);
});

test('a base URL that cannot be used asks no keychain', async () => {
  const unreachable = { read: () => Promise.reject(new Error('asked')) };
  const { note } = await findLiveAccount({ HELPCRUNCH_BASE_URL: 'ftp://x' }, unreachable);
  expect(note).toBeUndefined();
});

test('a keychain that cannot be used is reported', async () => {
  const broken = createKeyStore({ open: () => Promise.reject(new Error('locked')) });
  const { note } = await findLiveAccount({}, broken);
  expect(note).toBe("This system's keychain cannot be used.");
});

test("findLiveAccount: the keychain's account has a permanent ID, the environment's only its key", async () => {
  const ledgerOf = async (environment: Readonly<Record<string, string>>) => {
    const { reading } = await findLiveAccount(environment, stored);
    return reading.kind === 'ready' ? reading.account.ledgerAccount : undefined;
  };
  const host = 'api.helpcrunch.com';
  expect(await ledgerOf({})).toMatchObject({ kind: 'live', host, id: 'keychain/default' });
  expect(await ledgerOf({ HELPCRUNCH_API_KEY: 'k' })).toMatchObject({ kind: 'live', host, id: undefined });
});
