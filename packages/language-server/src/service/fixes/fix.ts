import type { Issue } from '@helpcrunch-customer-kit/core';
import type { Node } from 'jsonc-parser';
import type { Finding } from '../diagnostics/finding.ts';
import type { Analysis } from '../document/analysis.ts';
import { nearestNode, nodeAt } from '../document/node-at.ts';
import type { Change } from '../edits/change.ts';

export type IssueCode = Issue['code'];

/** What a fix may look at. */
export interface FixPlace<Code extends IssueCode> {
  readonly issue: Extract<Issue, { code: Code }>;
  /** The value that the issue is about; what should hold it when it is missing. */
  readonly node: Node;
  /** The customer it belongs to, or the file's value. */
  readonly customer: Node;
  readonly text: string;
}

/** A way to put a kind of finding right. */
export interface FixRow<Code extends IssueCode> {
  readonly codes: readonly Code[];
  /** `sure`: nothing is lost and nothing guessed at, so that it is part of *fix all*. */
  readonly certainty: 'sure' | 'guess';
  readonly title: (issue: Extract<Issue, { code: Code }>) => string;
  /** The changes that put it right; none where this fix does not fit. */
  readonly changes: (place: FixPlace<Code>) => readonly Change[];
}

/** A fix for one finding, ready to be made. */
export interface MadeFix {
  readonly title: string;
  readonly certainty: 'sure' | 'guess';
  readonly changes: readonly Change[];
}

/** Makes the fix for a finding, if it is one for it. */
export type Fix = (analysis: Analysis, finding: Finding) => MadeFix | undefined;

export function defineFix<Code extends IssueCode>(row: FixRow<Code>): Fix {
  const codes: ReadonlySet<string> = new Set(row.codes);
  return ({ root, text }, finding) => {
    if (!codes.has(finding.issue.code)) return undefined;
    const node = nearestNode(root, finding.path);
    const customer = nodeAt(root, finding.customer);
    if (!node || !customer) return undefined;
    // Its code is one of the row's, as was just seen.
    const issue = finding.issue as FixPlace<Code>['issue'];
    const changes = row.changes({ issue, node, customer, text });
    return changes.length > 0 ? { title: row.title(issue), certainty: row.certainty, changes } : undefined;
  };
}
