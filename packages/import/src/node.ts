export { FileRunStore } from './node/file-run-store.ts';
export { type ResultOptions, type Results, writeResults } from './node/write-results.ts';
