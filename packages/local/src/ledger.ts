export { type ImportFolderOptions, withImportFolder } from './account/ledgers.ts';
export type { PlanStore } from './agents/plan-store.ts';
export { planText, type StoredPlan } from './agents/stored-plan.ts';
export { watchPlans } from './agents/watch-plans.ts';
export type { LedgerAccount } from './ledger/account.ts';
export { createFileLedger, type FileLedger, type FileLedgerOptions } from './ledger/file-ledger.ts';
export {
  type History,
  type HistoryChange,
  type HistoryEntry,
  type HistoryList,
  openHistory,
} from './ledger/history.ts';
export type { LedgerOptions } from './ledger/ledger-context.ts';
export { type StatePlace, stateFolder, systemStateFolder } from './state-folder.ts';
