import type { Issue } from '../create/outcome.ts';

export type IssueCode = Issue['code'];
export type IssueOf<Code extends IssueCode> = Extract<Issue, { code: Code }>;

/** What the kit says about one kind of issue; docs/rules.md has a section made from each. */
export type IssueWords<Code extends IssueCode = IssueCode> = {
  /** The section's heading. */
  readonly title: string;
  /** One sentence: what is wrong and what to write instead. */
  readonly sentence: (issue: IssueOf<Code>) => string;
  /** Why it is judged so, and how sure that is. */
  readonly why: string;
} & (
  | {
      /** JSON text that has the issue. */
      readonly example: string;
    }
  | {
      /** The issue itself, where no text that is written down shows it. */
      readonly sample: IssueOf<Code>;
    }
);

/** The words of several kinds: a mistyped or missing code does not compile. */
export type IssueWordsTable<Codes extends IssueCode> = { readonly [Code in Codes]: IssueWords<Code> };
