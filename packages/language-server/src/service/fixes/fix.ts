import { type Issue, variablesIn } from '@helpcrunch-customer-kit/core';
import type { Node } from 'jsonc-parser';
import type { Change } from '../edits.ts';
import type { LocatedIssue } from '../issues.ts';
import { locate, nodeAt } from '../nodes.ts';
import type { ParsedDocument } from '../parsed-document.ts';

type IssueCode = Issue['code'];

interface FixContext<Code extends IssueCode> {
  readonly issue: Extract<Issue, { code: Code }>;
  /** The value of the issue; the value that should hold it when it is missing. */
  readonly node: Node;
  /** The issue's customer, or the root of the file. */
  readonly customer: Node;
  readonly text: string;
}

interface FixDefinition<Code extends IssueCode> {
  readonly codes: readonly Code[];
  /** `certain`: loses nothing and guesses nothing, so *fix all* applies it. */
  readonly certainty: 'certain' | 'guess';
  readonly title: string | ((issue: Extract<Issue, { code: Code }>) => string);
  /** Empty where this fix does not apply. */
  readonly changes: (context: FixContext<Code>) => readonly Change[];
}

/** A fix for one issue, ready to apply. */
export interface PreparedFix {
  readonly title: string;
  readonly certainty: 'certain' | 'guess';
  readonly changes: readonly Change[];
}

/** Prepares the fix for an issue, if it applies. */
export type Fix = (parsed: ParsedDocument, located: LocatedIssue) => PreparedFix | undefined;

export function defineFix<Code extends IssueCode>(definition: FixDefinition<Code>): Fix {
  const { title, certainty } = definition;
  const codes: ReadonlySet<string> = new Set(definition.codes);
  return ({ root, text }, located) => {
    if (!codes.has(located.issue.code)) return undefined;
    const { node } = locate(root, located.path);
    const customer = nodeAt(root, located.customer);
    if (!node || !customer) return undefined;
    // The issue is about the values of its variables, which are others when it is sent.
    if (typeof node.value === 'string' && variablesIn(node.value).some(({ name }) => name)) return undefined;
    // Its code is one of the definition's.
    const issue = located.issue as FixContext<Code>['issue'];
    const changes = definition.changes({ issue, node, customer, text });
    if (changes.length === 0) return undefined;
    return { title: typeof title === 'string' ? title : title(issue), certainty, changes };
  };
}
