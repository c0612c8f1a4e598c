import { hiddenIssuesMessage, issueMessage, type Severity } from '@helpcrunch-customer-kit/core';
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver-types';
import type { LocatedIssue } from './issues.ts';
import { toRange } from './nodes.ts';
import type { ParsedDocument } from './parsed-document.ts';

/** `all` reports syntax errors and duplicate keys too, for editors without a JSON server. */
export type Scope = 'all' | 'beyond-schema';

/** What an editor's own JSON server reports. */
const reportedByJsonServer: ReadonlySet<string> = new Set(['not-json', 'duplicate-key']);

interface DiagnosticOptions {
  readonly scope: Scope;
  /** See `ClientSettings`. */
  readonly rulesUrl: string | undefined;
}

/** The diagnostics of a document: at most 1,000, errors before advice, and one more that counts the rest. */
export function toDiagnostics(
  parsed: ParsedDocument,
  issues: readonly LocatedIssue[],
  { scope, rulesUrl }: DiagnosticOptions,
): Diagnostic[] {
  const reported = issues.filter(
    ({ issue: { code } }) =>
      // Counted below, together with what this function leaves out.
      code !== 'more-issues' && (scope === 'all' || !reportedByJsonServer.has(code)),
  );
  const total = issues.reduce((count, { issue }) => count + hiddenCount(issue), reported.length);
  const shown = mostSevere(reported, ({ issue: { severity } }) => severity);
  const diagnostics = shown.map((located) => toDiagnostic(parsed, located, rulesUrl));
  return shown.length === total ? diagnostics : [hiddenDiagnostic(shown.length, total), ...diagnostics];
}

function hiddenCount(issue: LocatedIssue['issue']): number {
  return issue.code === 'more-issues' ? issue.count : 0;
}

/** Travels with a diagnostic for its fix. It never has the text itself, which may be an API key. */
export interface DiagnosticData {
  /** The path of the customer in the file. */
  readonly customer: string;
  /** The path of the issue in the file. */
  readonly path: string;
  /** What to write instead, if known. */
  readonly suggestion?: string;
}

function toDiagnostic(
  parsed: ParsedDocument,
  located: LocatedIssue,
  rulesUrl: string | undefined,
): Diagnostic {
  const { issue, range, customer, path } = located;
  const relatedInformation = firstOccurrence(parsed, located);
  const suggestion = 'suggestion' in issue ? issue.suggestion : undefined;
  const data: DiagnosticData = { customer, path, ...(suggestion === undefined ? {} : { suggestion }) };
  return {
    range: toRange(parsed.document, range),
    severity: issue.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Information,
    source: diagnosticSource,
    code: issue.code,
    ...(rulesUrl === undefined ? {} : { codeDescription: { href: ruleLink(rulesUrl, issue.code) } }),
    message: issueMessage(issue),
    // Editors fade it, as it is not sent.
    ...(issue.code === 'read-only-field' ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(relatedInformation ? { relatedInformation } : {}),
    data,
  };
}

/** The address of a rule. */
export function ruleLink(rulesUrl: string, code: string): string {
  return rulesUrl.includes('{code}') ? rulesUrl.replaceAll('{code}', code) : `${rulesUrl}#${code}`;
}

/** For duplicates. */
function firstOccurrence(
  { document, json }: ParsedDocument,
  { issue, customer }: LocatedIssue,
): DiagnosticRelatedInformation[] | undefined {
  if (!('firstPath' in issue)) return undefined;
  const isAcrossList = issue.code === 'duplicate-user-id' || issue.code === 'duplicate-email';
  const range = json.rangeOf(isAcrossList ? issue.firstPath : customer + issue.firstPath);
  return [{ location: { uri: document.uri, range: toRange(document, range) }, message: 'First occurrence' }];
}

/**
 * The current issue of a diagnostic that an editor sent back: by its data, or by code and position if the editor does
 * not keep data.
 */
export function issueOf(
  { document }: ParsedDocument,
  issues: readonly LocatedIssue[],
  diagnostic: Diagnostic,
): LocatedIssue | undefined {
  if (diagnostic.source !== diagnosticSource) return undefined;
  const path = pathIn(diagnostic.data);
  const offset = document.offsetAt(diagnostic.range.start);
  return issues.find(
    (located) =>
      located.issue.code === diagnostic.code &&
      (path === undefined ? located.range.offset === offset : located.path === path),
  );
}

/** An editor may return data of any shape. */
function pathIn(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('path' in data)) return undefined;
  return typeof data.path === 'string' ? data.path : undefined;
}

/** The `source` of our diagnostics. */
export const diagnosticSource = 'helpcrunch';

/** More are not read, and slow an editor down. */
const maxDiagnostics = 1000;

/** At most 1,000 of the issues, errors before advice when some are left out. */
export function mostSevere<Located>(
  issues: readonly Located[],
  severityOf: (issue: Located) => Severity,
): readonly Located[] {
  if (issues.length <= maxDiagnostics) return issues;
  const rank = (issue: Located) => (severityOf(issue) === 'error' ? 0 : 1);
  return issues.toSorted((one, other) => rank(one) - rank(other)).slice(0, maxDiagnostics);
}

/** Says how many issues there are besides those shown. */
export function hiddenDiagnostic(shown: number, total: number): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    severity: DiagnosticSeverity.Information,
    source: diagnosticSource,
    message: hiddenIssuesMessage(shown, total),
  };
}
