export { allImportFolders, type ImportFolderOptions, withImportFolder } from './account/import-folder.ts';
export { createLedgers, type Ledgers } from './account/ledgers.ts';
export {
  type Account,
  type AccountReading,
  accountWithKey,
  createRedactor,
  environmentAccount,
  type FoundAccount,
  findLiveAccount,
  type KeySource,
  liveHost,
  type Redactor,
} from './account/live-account.ts';
export { applyProxy, reachLoopbackDirectly, validateProxy } from './account/proxy.ts';
export { ownSandboxAccount, runningSandboxAccount, validateSandboxUrl } from './account/sandbox-account.ts';
export { createDraftKeeper, type DraftKeeper, type Progress } from './drafts/draft-keeper.ts';
export {
  type DraftRecord,
  readRecord,
  recordText,
  type UnreadField,
  type Work,
} from './drafts/draft-record.ts';
export { type DraftList, type DraftStore, type SavedDraft, systemDrafts } from './drafts/draft-store.ts';
export { withLedgerMarks } from './drafts/ledger-marks.ts';
export {
  createKeyStore,
  type KeyStore,
  keychainMessages,
  systemKeys,
  type Unavailable,
  unattendedPatience,
} from './keys/key-store.ts';
export { keychainByProcess, withoutKey } from './keys/keychain-by-process.ts';
export { type CheckedSent, type CheckSentOptions, checkSent } from './ledger/check-sent.ts';
