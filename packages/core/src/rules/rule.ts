import type { DraftView } from '../customer/draft-view.ts';
import type { IssueShape, Severity } from '../customer/issue.ts';
import type { JsonPointer, PointerSet } from '../customer/json.ts';

/** What validation needs to know besides the customer. */
export interface ValidationContext {
  /** Milliseconds since 1970, as from `Date.now()`. */
  readonly now: number;
  /** The customer is in a file, which people share sooner or later. */
  readonly inFile?: boolean;
}

/** What a rule may look at besides the draft. */
export interface RuleContext extends ValidationContext {
  /** Places whose values could not be read: they are not in the draft, but not missing either. */
  readonly unread: PointerSet;
}

/** An issue of one rule: its code, place and severity, and the facts that its message needs. */
export type RuleIssue<Code extends string, Facts> = IssueShape & { readonly code: Code } & Readonly<Facts>;

/** Where a check found an issue, with its facts. `severity` differs from the rule's only where it is given. */
type Found<Facts> = { readonly path: JsonPointer; readonly severity?: Severity } & Readonly<Facts>;

interface RuleDefinition<Code extends string, Facts> {
  readonly code: Code;
  readonly severity: Severity;
  /** The heading of its section in docs/rules.md. */
  readonly title: string;
  /** Why it is an issue, and how certain that is. */
  readonly why: string;
  /** JSON text that has this issue and no other. */
  readonly example?: string;
  /** The facts of an issue, where no short text shows it. */
  readonly sample?: NoInfer<Found<Facts>>;
  /** What is wrong, then what to do, in at most two short sentences. Its first parameter declares the facts of the issue. */
  readonly message: (facts: Facts, path: JsonPointer) => string;
  /** Finds the issue in a draft. Rules without a check are reported while the input is read or sent. */
  readonly check?: (view: DraftView, context: RuleContext) => Iterable<NoInfer<Found<Facts>>>;
}

export interface Rule<Code extends string, Facts> extends RuleDefinition<Code, Facts> {
  /** The issue at a place. */
  at(path: JsonPointer, facts: Facts, severity?: Severity): RuleIssue<Code, Facts>;
  /** Every issue of this rule in a draft. */
  find(view: DraftView, context: RuleContext): Iterable<RuleIssue<Code, Facts>>;
}

/**
 * Defines a rule. Everything about it is here: code, severity, check, message, reason and example.
 *
 * @example
 * export const futureDate = defineRule({
 *   code: 'future-date',
 *   severity: 'advice',
 *   title: 'Date in the future',
 *   why: '…',
 *   example: '{"name": "Ada", "firstSeen": "2099-01-01T00:00:00Z"}',
 *   message: ({ seconds }: { seconds: number }) => `This date is in the future: ${formatDate(seconds)}.`,
 *   *check({ dates }, { now }) { … yield { path, seconds }; },
 * });
 */
export function defineRule<Code extends string, Facts extends object = object>(
  definition: RuleDefinition<Code, Facts>,
): Rule<Code, Facts> {
  const { code, severity, check } = definition;
  const at = (path: JsonPointer, facts: Facts, actual: Severity = severity) => ({
    code,
    severity: actual,
    path,
    ...facts,
  });
  return {
    ...definition,
    at,
    *find(view, context) {
      for (const found of check?.(view, context) ?? []) yield { code, severity, ...found };
    },
  };
}
