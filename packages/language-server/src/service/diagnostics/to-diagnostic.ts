import { issueMessage } from '@helpcrunch-customer-kit/core';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Analysis } from '../document/analysis.ts';
import { toRange } from '../document/to-range.ts';
import type { Finding } from './finding.ts';
import { related } from './related.ts';

/** Whose diagnostics they are. */
export const source = 'helpcrunch';

/** A finding as editors show it. `rulesUrl` is as `ClientSettings` has it. */
export function toDiagnostic(analysis: Analysis, finding: Finding, rulesUrl: string | undefined): Diagnostic {
  const { issue, range } = finding;
  const relatedInformation = related(analysis, finding);
  return {
    range: toRange(analysis.document, range),
    severity: issue.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Information,
    source,
    code: issue.code,
    ...(rulesUrl === undefined ? {} : { codeDescription: { href: ruleLink(rulesUrl, issue.code) } }),
    message: issueMessage(issue),
    // What is not sent is shown as what is not used.
    ...(issue.code === 'read-only-field' ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(relatedInformation ? { relatedInformation } : {}),
    data: dataOf(finding),
  };
}

function ruleLink(rulesUrl: string, code: string): string {
  return rulesUrl.includes('{code}') ? rulesUrl.replaceAll('{code}', code) : `${rulesUrl}#${code}`;
}

/** What travels with a diagnostic for its fix: never the text that is wrong, which might be a key. */
export interface FindingData {
  /** Where the customer stands in the file. */
  readonly customer: string;
  /** Where the finding stands in the file. */
  readonly path: string;
  /** What to write instead, where that is known. */
  readonly suggestion?: string;
}

function dataOf({ issue, customer, path }: Finding): FindingData {
  const suggestion = 'suggestion' in issue ? issue.suggestion : undefined;
  return suggestion === undefined ? { customer, path } : { customer, path, suggestion };
}
