import { createKeyStore, createRedactor } from '@helpcrunch-customer-kit/local';
import { createSandbox, type ScenarioName } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { memoryKeychain } from '@helpcrunch-customer-kit/testing/api-keys';
import { expect, test } from 'vitest';
import { removeKey, saveKey } from './login.ts';
import { checkStatus } from './status.ts';

const unreachable = { HELPCRUNCH_BASE_URL: 'http://127.0.0.1:1/v1' };

/** A machine with a keychain, and what is printed while a command runs. */
function machine(environment: Readonly<Record<string, string>> = {}) {
  const kept = new Map<string, string>();
  const notes: string[] = [];
  const context = {
    environment,
    keys: createKeyStore({ open: async () => memoryKeychain(kept) }),
    redactor: createRedactor(environment),
    note: (line: string) => notes.push(line),
    signal: new AbortController().signal,
    adjust: <Value>(value: Value) => value,
  };
  return { context, kept, notes };
}

function typing(text: string, verify = true) {
  return { readKey: async () => ({ text }), verify };
}

async function listenAs(scenario?: ScenarioName) {
  const listener = await listen(createSandbox(scenario === undefined ? {} : { scenario }));
  return { listener, ...machine({ HELPCRUNCH_BASE_URL: listener.baseUrl, HELPCRUNCH_API_KEY: 'abc' }) };
}

test('saveKey: keeps a key that HelpCrunch accepts, for the host that accepted it', async () => {
  await using listener = await listen(createSandbox());
  const { host } = new URL(listener.baseUrl);
  const { context, kept } = machine({ HELPCRUNCH_BASE_URL: listener.baseUrl });
  expect(await saveKey(context, typing('Authorization: Bearer <abc>\n'))).toEqual({
    outcome: 'done',
    data: { host },
    lines: [`The key for ${host} is in this system's keychain.`],
  });
  expect(kept).toEqual(new Map([[host, 'abc']]));
});

test('saveKey: creates nothing, and makes one search that finds no customer', async () => {
  await using listener = await listen(createSandbox());
  await saveKey(machine({ HELPCRUNCH_BASE_URL: listener.baseUrl }).context, typing('abc'));
  expect(listener.sandbox.customers).toEqual([]);
  expect(listener.sandbox.requests).toHaveLength(1);
});

test('saveKey: keeps nothing that HelpCrunch refuses', async () => {
  await using listener = await listen(createSandbox({ scenario: 'bad-key' }));
  const { context, kept } = machine({ HELPCRUNCH_BASE_URL: listener.baseUrl });
  const message = 'The search was refused (401): the API key was not accepted. No key was saved.';
  expect(await saveKey(context, typing('abc'))).toMatchObject({
    outcome: 'unauthorized',
    issues: [{ message }],
    next: [expect.anything()],
  });
  expect(kept.size).toBe(0);
});

test('saveKey: keeps nothing when HelpCrunch cannot be reached', async () => {
  const { context, kept } = machine(unreachable);
  expect(await saveKey(context, typing('abc'))).toMatchObject({
    outcome: 'not-sent',
    next: ['Try again later, or save the key without a check: login --no-verify.'],
  });
  expect(kept.size).toBe(0);
});

test('saveKey: without verify it sends nothing', async () => {
  const { context, kept } = machine(unreachable);
  expect(await saveKey(context, typing('abc', false))).toMatchObject({ outcome: 'done' });
  expect(kept).toEqual(new Map([['127.0.0.1:1', 'abc']]));
});

test('saveKey: reports what is wrong with a text that is not a key, and does not repeat it', async () => {
  const message = 'The API key has a space inside. Copy it again. No key was saved.';
  expect(await saveKey(machine().context, typing('half a key'))).toMatchObject({
    outcome: 'unauthorized',
    issues: [{ message }],
  });
});

test.each([
  ['stopped', 'cancelled'],
  ['unasked', 'invalid'],
] as const)('saveKey: keeps nothing when the input is %s', async (input, outcome) => {
  const { context, kept } = machine();
  expect(await saveKey(context, { readKey: async () => input, verify: true })).toMatchObject({ outcome });
  expect(kept.size).toBe(0);
});

test('saveKey: asks for no key where none could be kept', async () => {
  const { context } = machine();
  const keys = createKeyStore({ open: () => Promise.reject(new Error('locked')) });
  const readKey = () => Promise.reject(new Error('asked'));
  expect(await saveKey({ ...context, keys }, { readKey, verify: true })).toMatchObject({
    outcome: 'keychain-unavailable',
    issues: [{ message: "This system's keychain cannot be used. No key was saved." }],
    next: ['Set HELPCRUNCH_API_KEY instead.'],
  });
});

test('saveKey: notes that the key of the environment is used instead', async () => {
  const { context, notes } = machine({ HELPCRUNCH_API_KEY: 'abc' });
  await saveKey(context, typing('def', false));
  expect(notes).toEqual(['HELPCRUNCH_API_KEY is set, and is used instead.']);
});

test('removeKey: removes the key of this host and of no other', async () => {
  const { context, kept } = machine();
  kept.set('api.helpcrunch.com', 'abc').set('elsewhere.example', 'def');
  expect(await removeKey(context)).toEqual({
    outcome: 'done',
    data: { host: 'api.helpcrunch.com', removed: true },
    lines: ['The key for api.helpcrunch.com was removed from the keychain.'],
  });
  expect(kept).toEqual(new Map([['elsewhere.example', 'def']]));
});

test('removeKey: without a key it reports that there was none', async () => {
  expect(await removeKey(machine().context)).toEqual({
    outcome: 'done',
    data: { host: 'api.helpcrunch.com', removed: false },
    lines: ['There was no key for api.helpcrunch.com in the keychain.'],
  });
});

test('removeKey: a base URL that cannot be used is invalid', async () => {
  expect(await removeKey(machine({ HELPCRUNCH_BASE_URL: 'http://x' }).context)).toMatchObject({
    outcome: 'invalid',
  });
});

test('checkStatus: checks the key with one search, and never shows it', async () => {
  const { listener, context } = await listenAs();
  await using _ = listener;
  const { host } = new URL(listener.baseUrl);
  const end = await checkStatus(context);
  expect(end).toEqual({
    outcome: 'done',
    data: { host, keySource: 'environment', keyAccepted: 'yes' },
    lines: [`Account: HelpCrunch at ${host}`, 'Key: from HELPCRUNCH_API_KEY, accepted'],
  });
  expect(listener.sandbox.requests).toHaveLength(1);
  expect(listener.sandbox.customers).toEqual([]);
});

test('checkStatus: names the keychain where the key comes from it', async () => {
  await using listener = await listen(createSandbox());
  const { context, kept } = machine({ HELPCRUNCH_BASE_URL: listener.baseUrl });
  kept.set(new URL(listener.baseUrl).host, 'abc');
  expect(await checkStatus(context)).toMatchObject({
    outcome: 'done',
    data: { keySource: 'keychain', keyAccepted: 'yes' },
  });
});

test.each([
  ['bad-key', 'unauthorized', 'no'],
  ['rate-limited', 'rate-limited', 'unknown'],
  ['search-fails', 'no-answer', 'unknown'],
] as const)(
  'checkStatus: %s ends as %s, and the key is accepted: %s',
  async (scenario, outcome, keyAccepted) => {
    const { listener, context } = await listenAs(scenario);
    await using _ = listener;
    expect(await checkStatus(context)).toMatchObject({ outcome, data: { keyAccepted } });
  },
);

test('checkStatus: how long to wait comes with a rate limit', async () => {
  const { listener, context } = await listenAs('rate-limited');
  await using _ = listener;
  expect((await checkStatus(context)).retryAfterSeconds).toBeGreaterThan(0);
});

test('checkStatus: an address where nothing answers ends as not-sent', async () => {
  const { context } = machine({ ...unreachable, HELPCRUNCH_API_KEY: 'abc' });
  expect(await checkStatus(context)).toMatchObject({ outcome: 'not-sent', data: { keyAccepted: 'unknown' } });
});

test('checkStatus: without a key nothing is sent', async () => {
  expect(await checkStatus(machine().context)).toMatchObject({
    outcome: 'unauthorized',
    issues: [{ code: 'api-key-missing', message: 'The API key is missing.' }],
  });
});

test('checkStatus: a base URL that cannot be used is invalid', async () => {
  const { context } = machine({ HELPCRUNCH_BASE_URL: 'http://x', HELPCRUNCH_API_KEY: 'abc' });
  expect(await checkStatus(context)).toMatchObject({ outcome: 'invalid' });
});
