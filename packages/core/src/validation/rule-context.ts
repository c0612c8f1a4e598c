/** What a rule may look at besides the draft. */
export interface RuleContext {
  /** Milliseconds since 1970, as `Date.now()` gives them. */
  readonly now: number;
}
