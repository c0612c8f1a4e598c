import type { DiagnosticRelatedInformation } from 'vscode-languageserver-types';
import type { Analysis } from '../document/analysis.ts';
import { toRange } from '../document/to-range.ts';
import type { Finding } from './finding.ts';

/** Where the first of two stands, for what is there twice. */
export function related(
  { document, json }: Analysis,
  { issue, customer }: Finding,
): DiagnosticRelatedInformation[] | undefined {
  if (!('firstPath' in issue)) return undefined;
  const isAcrossList = issue.code === 'duplicate-user-id' || issue.code === 'duplicate-email';
  const range = json.rangeOf(isAcrossList ? issue.firstPath : customer + issue.firstPath);
  return [{ location: { uri: document.uri, range: toRange(document, range) }, message: 'The first one' }];
}
