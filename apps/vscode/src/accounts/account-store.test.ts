import { expect, test } from 'vitest';
import type { Memento, SecretStorage } from 'vscode';
import { createAccountStore, openAccounts, sealAccounts, type WorkspaceFile } from './account-store.ts';

function memory(keeps = true) {
  const values = new Map<string, string>();
  const listeners: ((change: { readonly key: string }) => void)[] = [];
  let reads = 0;
  const secrets = {
    async get(name: string) {
      reads += 1;
      return values.get(name);
    },
    store: async (name: string, value: string) => void (keeps && values.set(name, value)),
    delete: async (name: string) => void values.delete(name),
    keys: async () => [...values.keys()],
    onDidChange(listener: (change: { readonly key: string }) => void) {
      listeners.push(listener);
      return { dispose() {} };
    },
  } satisfies SecretStorage & { keys(): Promise<string[]> };
  const kept = new Map<string, unknown>();
  const state: Memento = {
    keys: () => [...kept.keys()],
    get: (name: string) => kept.get(name) as never,
    update: async (name: string, value: unknown) => void kept.set(name, value),
  };
  /** Another window stores a secret. */
  function storeElsewhere(key: string, value: string): void {
    values.set(key, value);
    for (const listener of listeners) listener({ key });
  }
  const disk = { text: undefined as string | undefined, isFull: false };
  const file: WorkspaceFile = {
    async read() {
      if (disk.text === undefined) throw new Error('FileNotFound');
      return disk.text;
    },
    async write(text) {
      if (disk.isFull) throw new Error('ENOSPC');
      disk.text = text;
    },
  };
  /** The store of a window; after a reload, of the window that has what is on disk. */
  const open = () => createAccountStore(secrets, state, file);
  return { values, kept, disk, store: open(), reload: open, storeElsewhere, reads: () => reads };
}

const account = { id: '1', label: 'Production', baseUrl: 'https://api.helpcrunch.com/v1', key: 'secret-key' };

test('save: keeps a key in secret storage and nowhere else', async () => {
  const { store, values, kept } = memory();
  expect(await store.save(() => [account])).toBe('saved');
  await store.activate('1');
  expect(await store.active()).toEqual(account);
  expect([...values.values()].join()).toContain('secret-key');
  expect(JSON.stringify([...kept])).not.toContain('secret-key');
});

test('save: detects a storage that keeps nothing', async () => {
  expect(await memory(false).store.save(() => [account])).toBe('not-kept');
});

test('save: does not overwrite accounts of another version', async () => {
  const { store, values } = memory();
  values.set('helpcrunch.accounts', '{"version": 9}');
  expect(await store.save(() => [account])).toBe('unreadable');
  expect(values.get('helpcrunch.accounts')).toBe('{"version": 9}');
});

test('active: is the sandbox after the account in use was removed', async () => {
  const { store } = memory();
  await store.save(() => [account]);
  await store.activate('1');
  await store.save(() => []);
  expect(await store.active()).toBeUndefined();
});

test('activate: is on disk when it resolves; a window that is reloaded at once loses the newest state', async () => {
  const { store, kept, reload } = memory();
  await store.save(() => [account]);
  await store.activate('1');
  kept.clear();
  expect(await reload().active()).toEqual(account);
  await store.activate(undefined);
  kept.set('helpcrunch.activeAccount', '1');
  expect(await reload().active()).toBeUndefined();
});

test('active: is what an earlier version kept in the state of the workspace', async () => {
  const { store, kept } = memory();
  await store.save(() => [account]);
  kept.set('helpcrunch.activeAccount', '1');
  expect(await store.active()).toEqual(account);
});

test('activate: where the file cannot be written, the state counts', async () => {
  const { store, disk, reload } = memory();
  await store.save(() => [account, { ...account, id: '2' }]);
  await store.activate('1');
  disk.isFull = true;
  await store.activate('2');
  expect([(await store.active())?.id, (await reload().active())?.id]).toEqual(['2', '2']);
  disk.isFull = false;
  await store.activate('1');
  expect((await reload().active())?.id).toBe('1');
});

test('onDidChange: reports a switch of the account', async () => {
  const { store } = memory();
  let calls = 0;
  const listening = store.onDidChange(() => {
    calls += 1;
  });
  await store.activate('1');
  listening.dispose();
  await store.activate(undefined);
  expect(calls).toBe(1);
});

test('openAccounts: returns what sealAccounts stored', () => {
  expect(openAccounts(sealAccounts([account]))).toEqual([account]);
  expect(openAccounts(undefined)).toEqual([]);
});

test('openAccounts: does not take a secret of another version for an empty one', () => {
  expect(openAccounts('{"version": 2, "accounts": []}')).toBeUndefined();
  expect(openAccounts('nonsense')).toBeUndefined();
  expect(openAccounts('{"version": 1, "accounts": [{"id": 1}]}')).toBeUndefined();
});

test('list: reads the secret once, and again after it changed in another window', async () => {
  const { store, storeElsewhere, reads } = memory();
  await store.save(() => [account]);
  const before = reads();
  await Promise.all([store.list(), store.list(), store.active()]);
  await store.list();
  expect(reads() - before).toBe(1);
  storeElsewhere('another.secret', '');
  await store.list();
  expect(reads() - before).toBe(1);
  storeElsewhere('helpcrunch.accounts', sealAccounts([{ ...account, label: 'Main' }]));
  expect(await store.list()).toEqual([{ ...account, label: 'Main' }]);
});

test('save: does not lose an account that another window saved, when no change was reported', async () => {
  const { store, values } = memory();
  await store.list();
  values.set('helpcrunch.accounts', sealAccounts([account]));
  await store.save((accounts) => [...accounts, { ...account, id: '2' }]);
  expect((await store.list()).map(({ id }) => id)).toEqual(['1', '2']);
});
