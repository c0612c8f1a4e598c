export {
  allImportFolders,
  createLedgers,
  type ImportFolderOptions,
  type Ledgers,
  withImportFolder,
} from './account/ledgers.ts';
export {
  type Account,
  type AccountReading,
  accountWithKey,
  createRedactor,
  environmentAccount,
  environmentBaseUrl,
  type FoundAccount,
  findLiveAccount,
  type KeySource,
  liveHost,
  type Redactor,
} from './account/live-account.ts';
export { ownSandboxAccount, runningSandboxAccount, validateSandboxUrl } from './account/sandbox-account.ts';
export {
  type AgentIdentity,
  agentIdentity,
  fingerprintOf,
  type HeldFile,
  holdFile,
} from './agents/agent-files.ts';
export { createJobStore, type Job, type JobStore } from './agents/job-store.ts';
export { type Claim, createPlanStore, type PlanStore } from './agents/plan-store.ts';
export {
  type Approver,
  type PlanAccount,
  type PlannedCustomer,
  type PlanText,
  planText,
  type StoredPlan,
} from './agents/stored-plan.ts';
export { createDraftKeeper, type DraftKeeper, type Progress } from './drafts/draft-keeper.ts';
export {
  type DraftRecord,
  readRecord,
  recordText,
  type UnreadField,
  type Work,
} from './drafts/draft-record.ts';
export {
  type DraftList,
  type DraftStore,
  type SavedDraft,
  systemDrafts,
  withLedgerMarks,
} from './drafts/draft-store.ts';
export {
  createKeyStore,
  type KeyStore,
  keychainMessages,
  systemKeys,
  type Unavailable,
  unattendedPatience,
} from './keys/key-store.ts';
export { keychainByProcess, withoutKey } from './keys/keychain-by-process.ts';
export { ledgerErrorMessage } from './ledger/durable-files.ts';
export { type CheckedSent, type CheckSentOptions, checkSent } from './ledger/history.ts';
export { applyProxy, reachLoopbackDirectly, validateProxy } from './start-checks.ts';
export { systemStateFolder } from './state-folder.ts';
