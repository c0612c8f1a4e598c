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
