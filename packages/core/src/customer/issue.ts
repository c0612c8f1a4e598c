import type { JsonPointer } from './json.ts';

/**
 * `error`: HelpCrunch is known to refuse it, it cannot be sent, or something other than what was written would be
 * stored. `advice`: everything else; it never blocks.
 */
export type Severity = 'error' | 'advice';

/**
 * A problem as data: what (`code`), where (`path`, into the input as the person wrote it) and how bad. Each kind adds
 * its own facts. The words for it are chosen in `messages/`.
 */
export interface IssueShape {
  readonly code: string;
  readonly path: JsonPointer;
  readonly severity: Severity;
}

export function hasErrors(issues: readonly IssueShape[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}
