export { createDraftKeeper, type DraftKeeper, type Progress } from './drafts/draft-keeper.ts';
export {
  type DraftRecord,
  readRecord,
  recordText,
  type UnreadField,
  type Work,
} from './drafts/draft-record.ts';
export type { DraftList, DraftStore, SavedDraft } from './drafts/draft-store.ts';
export { withLedgerMarks } from './drafts/ledger-marks.ts';
export { systemDrafts } from './drafts/system-drafts.ts';
