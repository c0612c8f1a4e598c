import type { IssueShape } from '../customer/issue.ts';
import { moreIssues } from './customer-rules.ts';

/** Issues shown for one customer. A hostile file of 4 MB has 2 million. */
export const maxIssues = 1000;

type MoreIssues = ReturnType<typeof moreIssues.at>;

export interface IssueCollector<Issue extends IssueShape> {
  readonly add: (issue: Issue | MoreIssues) => void;
  /** The first thousand issues in the order of `add`, errors before advice, then the count of the rest. */
  list(): (Issue | MoreIssues)[];
}

/** Takes any number of issues and keeps no more than are shown. */
export function collectIssues<Issue extends IssueShape>(): IssueCollector<Issue> {
  const kept: Issue[] = [];
  const found = { error: 0, advice: 0 };
  let hidden = 0;
  return {
    add(issue) {
      if (isMoreIssues(issue)) hidden += issue.count;
      else {
        found[issue.severity] += 1;
        if (found[issue.severity] <= maxIssues) kept.push(issue);
      }
    },
    list() {
      if (kept.length === 0 && hidden === 0) return [];
      let errorsLeft = Math.min(found.error, maxIssues);
      let adviceLeft = maxIssues - errorsLeft;
      const shown = kept.filter(({ severity }) =>
        severity === 'error' ? errorsLeft-- > 0 : adviceLeft-- > 0,
      );
      const count = hidden + found.error + found.advice - shown.length;
      return count > 0 ? [...shown, moreIssues.at('', { count })] : shown;
    },
  };
}

function isMoreIssues(issue: IssueShape): issue is MoreIssues {
  return issue.code === moreIssues.code;
}
