import type { Diagnostic } from 'vscode-languageserver-types';
import type { Finding } from '../diagnostics/finding.ts';
import { source } from '../diagnostics/to-diagnostic.ts';
import type { Analysis } from '../document/analysis.ts';

/**
 * The finding, as it stands now, that an editor's diagnostic is about: by the data that travelled with it, or by code
 * and place where an editor does not keep that.
 */
export function matchFinding(
  { document }: Analysis,
  findings: readonly Finding[],
  { source: from, code, data, range }: Diagnostic,
): Finding | undefined {
  if (from !== source) return undefined;
  const path = pathIn(data);
  const offset = document.offsetAt(range.start);
  return findings.find(
    (finding) =>
      finding.issue.code === code &&
      (path === undefined ? finding.range.offset === offset : finding.path === path),
  );
}

/** What comes back from an editor is not trusted to be what was sent. */
function pathIn(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('path' in data)) return undefined;
  return typeof data.path === 'string' ? data.path : undefined;
}
