import type { Finding } from '../diagnostics/finding.ts';
import type { Analysis } from '../document/analysis.ts';
import type { MadeFix } from '../fixes/fix.ts';
import { fixes } from '../fixes.ts';

/** Every fix there is for a finding. */
export function makeFixes(analysis: Analysis, finding: Finding): MadeFix[] {
  return fixes.flatMap((fix) => fix(analysis, finding) ?? []);
}
