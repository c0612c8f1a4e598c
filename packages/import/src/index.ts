export { type CheckedRow, type CheckOptions, checkRows, type LineIssue } from './check/check-rows.ts';
export { type ImportPlan, type IssueGroup, planImport, secondsToSend } from './check/plan-import.ts';
export { CustomerNames, type Hash, type RowKey, rowHasher, rowKeyText } from './check/row-key.ts';
export { type DateFormat, dateFormatLabels, dateFormats, toReadableDate } from './mapping/dates.ts';
export {
  type MappedColumn,
  type Mapping,
  type MappingChoices,
  type MappingQuestion,
  mapColumns,
  mappingQuestionMessage,
  writeMapping,
} from './mapping/mapping.ts';
export {
  mappingFileOf,
  mappingFileOfSource,
  mappingFileText,
  mappingSchemaName,
  mappingSchemaText,
  readMappingFile,
  unknownTarget,
} from './mapping/mapping-file.ts';
export { type ColumnProfile, profileColumns } from './mapping/profile.ts';
export { readTarget, type Target, targetNames, writeTarget } from './mapping/target.ts';
export {
  type ImportOutcome,
  type ImportReport,
  importExitCode,
  importReport,
  outcomeOfStop,
  type ReportFacts,
  stopMessage,
} from './report/import-report.ts';
export {
  continuedNote,
  customers,
  duration,
  invalidRows,
  issueGroupMessage,
  linesLabel,
  number,
  planNotes,
  planRows,
  resultRows,
  type SharedRun,
} from './report/plan-text.ts';
export type { Bucket, Totals } from './result/buckets.ts';
export type { ResultFile } from './result/row-writer.ts';
export { ExistingCheck } from './run/check-existing.ts';
export { LeftRows, type UnresolvedRow } from './run/left-rows.ts';
export { createPacer, defaultRate, maxRate, type Pacer } from './run/pacer.ts';
export type { StopReason } from './run/row-outcome.ts';
export type { RunContext, RunEvent } from './run/run-context.ts';
export { runImport } from './run/run-import.ts';
export {
  createMemoryRunStore,
  type KeptResult,
  type RowResult,
  type RunStore,
  type StoredResult,
} from './run/run-store.ts';
export { readTable } from './table/read-table.ts';
export type { Cell, FormatName, Open, Row, Table, TableOptions } from './table/table.ts';
export { TableError, type TableIssue, tableIssueMessage } from './table/table-issue.ts';
export type { CustomerMark } from './undo/customer-mark.ts';
export { type UndoTotals, undoReport } from './undo/undo-report.ts';
export {
  type UndoContext,
  type UndoEvent,
  type UndoState,
  type UndoStore,
  type UndoTarget,
  undoRun,
} from './undo/undo-run.ts';
