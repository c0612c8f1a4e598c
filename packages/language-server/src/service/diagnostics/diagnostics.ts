import { cutFindingsSentence } from '@helpcrunch-customer-kit/core';
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
  const shown =
    findings.length <= mostFindings
      ? findings
      : findings.toSorted((one, other) => rank(one) - rank(other)).slice(0, mostFindings);
  const diagnostics = shown.map((finding) => toDiagnostic(analysis, finding, rulesUrl));
  return shown === findings ? diagnostics : [cutNotice(findings.length), ...diagnostics];
}

function rank({ issue }: Finding): number {
  return issue.severity === 'error' ? 0 : 1;
}

function cutNotice(found: number): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: { line: 0, character: 1 } },
    severity: DiagnosticSeverity.Information,
    source,
    message: cutFindingsSentence(mostFindings, found),
  };
}
