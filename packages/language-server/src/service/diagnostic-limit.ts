import { hiddenIssuesMessage, type Severity } from '@helpcrunch-customer-kit/core';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';

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
