export { type ChosenRun, chooseRun, folderOfRun, type RunChoice } from './node/choose-run.ts';
export { FileRunStore } from './node/file-run-store.ts';
export {
  ImportSession,
  limitHeapGrowth,
  mapImport,
  type ReadImport,
  readImport,
  type SessionOptions,
  sha256,
} from './node/import-session.ts';
export { type PreparedRun, prepareRun } from './node/prepare-run.ts';
export {
  type RunPlace,
  type RunRecord,
  readRuns,
  writeRun,
  writeRunResults,
} from './node/run-records.ts';
export { type UndoEnd, UndoSession } from './node/undo-session.ts';
export { type ResultOptions, type Results, writeResults } from './node/write-results.ts';
export type { WrittenFiles } from './node/written-files.ts';
