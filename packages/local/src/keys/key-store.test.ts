import { ApiKey } from '@helpcrunch-customer-kit/core';
import { memoryKeychain } from '@helpcrunch-customer-kit/testing/api-keys';
import { expect, test } from 'vitest';
import { createKeyStore } from './key-store.ts';

const host = 'api.helpcrunch.com';

function keyOf(text: string): ApiKey {
  const reading = ApiKey.read(text);
  if (!reading.ok) throw new Error(reading.issue);
  return reading.key;
}

function storeOf(hosts = new Map<string, string>()) {
  return createKeyStore({ open: async () => memoryKeychain(hosts) });
}

test('a key that was kept is found again', async () => {
  const store = storeOf();
  expect(await store.write(host, keyOf('abc'))).toEqual({ kind: 'kept' });
  const stored = await store.read(host);
  expect(stored.kind === 'found' && stored.key.reveal()).toBe('abc');
});

test('a key is not given out for another host', async () => {
  const store = storeOf();
  await store.write(host, keyOf('abc'));
  expect(await store.read('127.0.0.1:4010')).toEqual({ kind: 'none' });
});

test('a key that was removed is gone', async () => {
  const store = storeOf();
  await store.write(host, keyOf('abc'));
  expect(await store.remove(host)).toEqual({ kind: 'removed' });
  expect(await store.remove(host)).toEqual({ kind: 'none' });
  expect(await store.read(host)).toEqual({ kind: 'none' });
});

test('what cannot be read back was not kept', async () => {
  const forgetful = { ...memoryKeychain(), write: async () => {} };
  const store = createKeyStore({ open: async () => forgetful });
  expect(await store.write(host, keyOf('abc'))).toEqual({ kind: 'unavailable', issue: 'not-kept' });
});

test('a saved text that is not a key is reported', async () => {
  const store = storeOf(new Map([[host, 'two words']]));
  expect(await store.read(host)).toEqual({ kind: 'unavailable', issue: 'no-key-inside' });
});

test('a keychain that is not installed differs from one that fails', async () => {
  const missing = createKeyStore({ open: () => import('no-such-package' as string) });
  const failing = createKeyStore({ open: () => Promise.reject(new Error('locked')) });
  expect(await missing.read(host)).toEqual({ kind: 'unavailable', issue: 'not-installed' });
  expect(await failing.read(host)).toEqual({ kind: 'unavailable', issue: 'unusable' });
});

test('a keychain that never answers is not waited for', async () => {
  const { promise: never } = Promise.withResolvers<string>();
  const silent = { ...memoryKeychain(), read: () => never };
  const store = createKeyStore({ open: async () => silent, patience: 1 });
  expect(await store.read(host)).toEqual({ kind: 'unavailable', issue: 'no-answer' });
});

test('nothing is opened before it is needed, and then once', async () => {
  let openings = 0;
  const store = createKeyStore({
    open: async () => {
      openings += 1;
      return memoryKeychain();
    },
  });
  expect(openings).toBe(0);
  await store.read(host);
  await store.read(host);
  expect(openings).toBe(1);
});
