// The rules of an import for text that an editor holds: nothing here reads files or needs more than a browser has.
export {
  comparedValues,
  planMapped,
  type RowIssue,
  rowIssues,
  type SharedIssue,
  sameRowMessage,
  sharedIssues,
} from './check/row-issues.ts';
export { rowHasher } from './check/row-key.ts';
export { customerOfRow, type MappedRow } from './mapping/customer-of-row.ts';
export { type Mapping, type MappingChoices, type MappingQuestion, mapColumns } from './mapping/mapping.ts';
export { mappingFileOf, mappingFileOfSource, readMappingFile } from './mapping/mapping-file.ts';
export { createProfiler } from './mapping/profile.ts';
export { writeTarget } from './mapping/target.ts';
export { checkHeader, misfitOf } from './table/header.ts';
export { toCell } from './table/json-table.ts';
export type { Cell, Row } from './table/table.ts';
export { TableError, type TableIssue, tableIssueMessage } from './table/table-issue.ts';
export { readTextRows, type TextRow, unquoted } from './table/text-rows.ts';
