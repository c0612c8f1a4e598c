import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import type { LedgerAccount } from '../ledger/account.ts';
import { allImportFolders, withImportFolder } from './ledgers.ts';

test('withImportFolder: each account has a folder, and a stored one has another on another host', async () => {
  using state = temporaryFolder();
  const process: Pick<NodeJS.Process, 'platform' | 'env'> = {
    platform: 'linux',
    env: { HELPCRUNCH_STATE_DIR: state.path },
  };
  const folderOf = (host: string, key: string, id?: `${string}/${string}`) => {
    const account: LedgerAccount = { kind: 'live', host, apiKey: { reveal: () => key }, id };
    return withImportFolder(account, { process, takeOver: false }, async (folder) => folder);
  };
  const folders = [
    await folderOf('one.example', 'first key', 'keychain/1'),
    await folderOf('two.example', 'first key', 'keychain/1'),
    await folderOf('one.example', 'first key'),
    await folderOf('two.example', 'first key'),
    await folderOf('one.example', 'second key'),
  ];
  expect(new Set(folders).size).toBe(folders.length);
  // A new key for a stored account changes nothing.
  expect(await folderOf('one.example', 'second key', 'keychain/1')).toBe(folders[0]);
  expect(new Set(await allImportFolders(process))).toEqual(new Set(folders));
});

/** Imports of accounts that keep what they sent in one state folder. */
function importsIn(state: string) {
  const process: Pick<NodeJS.Process, 'platform' | 'env'> = {
    platform: 'linux',
    env: { HELPCRUNCH_STATE_DIR: state },
  };
  return function withFolders<Result>(
    id: `${string}/${string}` | undefined,
    key: string,
    act: (folders: readonly string[]) => Promise<Result>,
    host = 'one.example',
  ): Promise<Result> {
    const account: LedgerAccount = { kind: 'live', host, apiKey: { reveal: () => key }, id };
    let all: readonly string[] = [];
    const choose = async (folders: readonly [string, ...string[]]) => {
      all = folders;
      return folders[0];
    };
    return withImportFolder(account, { process, takeOver: false, choose }, () => act(all));
  };
}

test('withImportFolder: stored in the terminal, in an editor, and by its key, an account sees the folders of all', async () => {
  using state = temporaryFolder();
  const withFolders = importsIn(state.path);
  const foldersOf = async (id: `${string}/${string}` | undefined, key: string, host?: string) =>
    (await withFolders(id, key, async (folders) => folders, host)).map((folder) => basename(folder));
  const [terminal] = await foldersOf('keychain/default', 'a key');
  expect(await foldersOf('vscode/1', 'a key')).toEqual([expect.any(String), terminal]);
  const [editor] = await foldersOf('vscode/1', 'a key');
  const [byKey, ...others] = await foldersOf(undefined, 'a key');
  expect(new Set(others)).toEqual(new Set([terminal, editor]));
  expect(new Set(await foldersOf('keychain/default', 'a key'))).toEqual(new Set([terminal, editor, byKey]));
  // Nothing is seen of another key, or of the same one at another host.
  expect(await foldersOf('vscode/2', 'another key')).toHaveLength(1);
  expect(await foldersOf('vscode/1', 'a key', 'two.example')).toHaveLength(1);
});

test('withImportFolder: an import holds the account in the terminal and in the editor', async () => {
  using state = temporaryFolder();
  const withFolders = importsIn(state.path);
  await withFolders('keychain/default', 'a key', async () => undefined);
  const running = `Another import to this account is in progress (process ${process.pid}).`;
  await withFolders('vscode/1', 'a key', async () => {
    const second = withFolders('keychain/default', 'a key', async () => 'began');
    await expect(second).rejects.toThrow(running);
    expect(await withFolders('vscode/2', 'another key', async () => 'began')).toBe('began');
  });
  expect(await withFolders('keychain/default', 'a key', async () => 'began')).toBe('began');
});
