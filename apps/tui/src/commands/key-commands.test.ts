import { createKeyStore } from '@helpcrunch-customer-kit/local';
import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { memoryKeychain } from '@helpcrunch-customer-kit/testing/memory-keychain';
import { expect, test } from 'vitest';
import { login } from './login.ts';
import { logout } from './logout.ts';
import { status } from './status.ts';

/** A person at a machine with a keychain, and all that they are told. */
function person(environment: Readonly<Record<string, string>> = {}) {
  const kept = new Map<string, string>();
  const told: string[] = [];
  const noted: string[] = [];
  const world = {
    environment,
    keys: createKeyStore({ open: async () => memoryKeychain(kept) }),
    tell: (line: string) => told.push(line),
    note: (line: string) => noted.push(line),
  };
  return { world, kept, told, noted };
}

function typing(text: string | undefined, verify = true) {
  return { askKey: async () => text, verify, signal: new AbortController().signal };
}

test('login keeps a key that HelpCrunch accepts, for the host it was accepted by', async () => {
  await using listener = await listen(createSandbox());
  const { host } = new URL(listener.baseUrl);
  const { world, kept, told } = person({ HELPCRUNCH_BASE_URL: listener.baseUrl });
  expect(await login(world, typing('Authorization: Bearer <abc>\n'))).toBe(0);
  expect(kept).toEqual(new Map([[host, 'abc']]));
  expect(told).toEqual([`The key for ${host} is in this system's keychain.`]);
});

test('login creates nothing: it looks once for nobody', async () => {
  await using listener = await listen(createSandbox());
  await login(person({ HELPCRUNCH_BASE_URL: listener.baseUrl }).world, typing('abc'));
  expect(listener.sandbox.customers).toEqual([]);
  expect(listener.sandbox.requests).toHaveLength(1);
});

test('login keeps nothing that HelpCrunch refuses', async () => {
  await using listener = await listen(createSandbox({ scenario: 'bad-key' }));
  const { world, kept, noted } = person({ HELPCRUNCH_BASE_URL: listener.baseUrl });
  expect(await login(world, typing('abc'))).toBe(4);
  expect(kept.size).toBe(0);
  expect(noted.at(1)).toBe('The search was refused (401): the API key was not accepted. Nothing was kept.');
});

test('login keeps nothing when nobody can be asked', async () => {
  const { world, kept } = person({ HELPCRUNCH_BASE_URL: 'http://127.0.0.1:1/v1' });
  expect(await login(world, typing('abc'))).toBe(75);
  expect(kept.size).toBe(0);
});

test('login --no-verify asks nobody', async () => {
  const { world, kept } = person({ HELPCRUNCH_BASE_URL: 'http://127.0.0.1:1/v1' });
  expect(await login(world, typing('abc', false))).toBe(0);
  expect(kept).toEqual(new Map([['127.0.0.1:1', 'abc']]));
});

test('login says what is wrong with a text that is no key, and does not repeat it', async () => {
  const { world, noted } = person();
  expect(await login(world, typing('half a key'))).toBe(4);
  expect(noted).toEqual(['The API key has a space inside. Copy it again. Nothing was kept.']);
});

test('login can be given up', async () => {
  const { world, kept } = person();
  expect(await login(world, typing(undefined))).toBe(130);
  expect(kept.size).toBe(0);
});

test('login asks for no key where none could be kept', async () => {
  const { world, noted } = person();
  const keys = createKeyStore({ open: () => Promise.reject(new Error('locked')) });
  const askKey = () => Promise.reject(new Error('asked'));
  expect(await login({ ...world, keys }, { ...typing('abc'), askKey })).toBe(2);
  expect(noted).toEqual([
    "This system's keychain cannot be used. No key was kept.",
    '→ Set HELPCRUNCH_API_KEY instead.',
  ]);
});

test('logout removes the key of this host and of no other', async () => {
  const { world, kept, told } = person();
  kept.set('api.helpcrunch.com', 'abc').set('elsewhere.example', 'def');
  expect(await logout(world)).toBe(0);
  expect(kept).toEqual(new Map([['elsewhere.example', 'def']]));
  expect(told).toEqual(['The key for api.helpcrunch.com is no longer in the keychain.']);
});

test('logout without a key says so', async () => {
  const { world, told } = person();
  expect(await logout(world)).toBe(0);
  expect(told).toEqual(['There was no key for api.helpcrunch.com in the keychain.']);
});

test('status names the host and where the key comes from, never the key', async () => {
  const { world, kept, told } = person();
  kept.set('api.helpcrunch.com', 'abc');
  expect(await status(world)).toBe(0);
  expect(told).toEqual(['Account: HelpCrunch at api.helpcrunch.com', "Key: from this system's keychain"]);
});

test('status without a key ends with 4', async () => {
  const { world, noted } = person();
  expect(await status(world)).toBe(4);
  expect(noted[0]).toBe('The API key is missing.');
});

test('status with a base URL that cannot be used ends with 2', async () => {
  expect(await status(person({ HELPCRUNCH_BASE_URL: 'http://x', HELPCRUNCH_API_KEY: 'abc' }).world)).toBe(2);
});
