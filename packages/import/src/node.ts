export { FileRunStore } from './node/file-run-store.ts';
export {
  ImportSession,
  mapImport,
  type ReadImport,
  readImport,
  type SessionOptions,
  sha256,
} from './node/import-session.ts';
export {
  openRun,
  type RunPlace,
  type RunRecord,
  readRuns,
  writeRun,
  writeRunResults,
} from './node/run-records.ts';
export { type ResultOptions, type Results, writeResults } from './node/write-results.ts';
