import {
  issueMessage,
  type JsonObject,
  type JsonPointer,
  mergeTextIssues,
  type Plan,
  planCustomer,
  readCustomer,
  type Severity,
} from '@helpcrunch-customer-kit/core';
import type { CellIssue, MappedRow } from '../mapping/customer-of-row.ts';

/** Something about a row by itself, whichever line it is on. */
export interface RowIssue {
  readonly code: string;
  readonly severity: Severity;
  /** The place in the customer; `undefined` for a cell that is not what its column was mapped to be. */
  readonly path: JsonPointer | undefined;
  /** Index of the column; `undefined` for the whole row. */
  readonly column: number | undefined;
  readonly message: string;
}

/** Plans the customer of a row, or another one in its place. */
export function planMapped(mapped: MappedRow, customer: JsonObject, now: number): Plan {
  const { draft, issues } = readCustomer(customer);
  return planCustomer({ draft, issues: mergeTextIssues(mapped.textIssues, issues) }, { now });
}

/** What is wrong with the cells of a row, and with the customer they describe. */
export function rowIssues({ issues }: Plan, { columnOf, cellIssues }: MappedRow): RowIssue[] {
  return [
    ...cellIssues.map(ofCell),
    ...issues.map((issue): RowIssue => {
      const { code, severity, path } = issue;
      return { code, severity, path, column: columnOf(path), message: issueMessage(issue) };
    }),
  ];
}

function ofCell(issue: CellIssue): RowIssue {
  const { code, column } = issue;
  if (code === 'placeholder-text') {
    const message = issueMessage({ ...issue, path: '/name', severity: 'advice' });
    return { code, severity: 'advice', path: undefined, column, message };
  }
  const message = code === 'not-a-number' ? 'Not a plain number.' : 'Not true or false.';
  return { code, severity: 'error', path: undefined, column, message };
}

/** What rows are compared by. An email with an error has an issue already, and is not compared. */
export function comparedValues({ request, issues }: Plan): {
  userId: string | undefined;
  email: string | undefined;
} {
  const { userId, email } = request;
  const isWrong = issues.some(({ path, severity }) => path === '/email' && severity === 'error');
  return { userId, email: isWrong ? undefined : email?.toLowerCase() };
}

/** Something that a row has in common with an earlier one. */
export interface SharedIssue {
  readonly code: 'same-user-id' | 'same-email';
  readonly severity: Severity;
  readonly path: JsonPointer;
  readonly message: string;
}

/** Issues for the earlier lines with the same user ID or email. A user ID is unique in HelpCrunch, an email is not. */
export function sharedIssues(userIdLine: number | undefined, emailLine: number | undefined): SharedIssue[] {
  const issues: SharedIssue[] = [];
  if (userIdLine !== undefined) {
    const message = `Line ${userIdLine} has the same user ID.`;
    issues.push({ code: 'same-user-id', severity: 'error', path: '/userId', message });
  }
  if (emailLine !== undefined) {
    const message = `Line ${emailLine} has the same email.`;
    issues.push({ code: 'same-email', severity: 'advice', path: '/email', message });
  }
  return issues;
}

/** For a row that is equal to an earlier one. */
export function sameRowMessage(line: number): string {
  return `Same as line ${line}. It is left out.`;
}
