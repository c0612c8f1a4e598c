import { hiddenIssuesMessage } from '@helpcrunch-customer-kit/core';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Analysis } from '../document/analysis.ts';
import type { Finding } from './finding.ts';
import { source, toDiagnostic } from './to-diagnostic.ts';

/** More than these no one reads, and an editor slows down with. */
const mostFindings = 1000;

/** The findings of a document as editors show them: the first thousand, errors before advice, and a word about more. */
export function diagnosticsOf(
  analysis: Analysis,
  findings: readonly Finding[],
  rulesUrl: string | undefined,
): Diagnostic[] {
  // What is left out of one customer already is part of the one word about more.
  const told = findings.filter(({ issue }) => issue.code !== 'more-issues');
  const found = findings.reduce((count, { issue }) => count + leftOut(issue), told.length);
  const shown =
    told.length <= mostFindings
      ? told
      : told.toSorted((one, other) => rank(one) - rank(other)).slice(0, mostFindings);
  const diagnostics = shown.map((finding) => toDiagnostic(analysis, finding, rulesUrl));
  return shown.length === found ? diagnostics : [cutNotice(shown.length, found), ...diagnostics];
}

function leftOut(issue: Finding['issue']): number {
  return issue.code === 'more-issues' ? issue.count : 0;
}

function rank({ issue }: Finding): number {
  return issue.severity === 'error' ? 0 : 1;
}

function cutNotice(shown: number, found: number): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: { line: 0, character: 1 } },
    severity: DiagnosticSeverity.Information,
    source,
    message: hiddenIssuesMessage(shown, found),
  };
}
