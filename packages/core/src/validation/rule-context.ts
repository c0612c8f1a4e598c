import type { PointerSet } from '../customer/pointer-set.ts';

/** What judging needs to know of the world. */
export interface JudgeContext {
  /** Milliseconds since 1970, as `Date.now()` gives them. */
  readonly now: number;
  /** The customer stands in a file, which is shared with others sooner or later. */
  readonly inFile?: boolean;
}

/** What a rule may look at besides the draft. */
export interface RuleContext extends JudgeContext {
  /** Places whose values could not be read: they are not in the draft, and yet not missing. */
  readonly unread: PointerSet;
}
