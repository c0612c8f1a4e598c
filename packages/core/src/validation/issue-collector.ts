import type { IssueShape } from '../customer/issue.ts';

/** More than these no one reads; a hostile file of 4 MB has 2 million. */
export const mostIssues = 1000;

/** Stands after the last of the issues that are told: how many more there are. */
export interface MoreFindings extends IssueShape {
  readonly code: 'more-findings';
  readonly path: '';
  /** Errors are told first, so that one is left out only where a thousand are told. */
  readonly severity: 'advice';
  readonly count: number;
}

export interface IssueCollector<Issue extends IssueShape> {
  readonly add: (issue: Issue | MoreFindings) => void;
  /** What was added, in that order: the first thousand, errors before advice, and a word about the rest. */
  list(): (Issue | MoreFindings)[];
}

/** Takes in any number of issues and keeps no more than can be told. */
export function collectIssues<Issue extends IssueShape>(): IssueCollector<Issue> {
  const kept: Issue[] = [];
  const found = { error: 0, advice: 0 };
  let untold = 0;
  return {
    add(issue) {
      if (isMoreFindings(issue)) untold += issue.count;
      else {
        found[issue.severity] += 1;
        if (found[issue.severity] <= mostIssues) kept.push(issue);
      }
    },
    list() {
      let errorsLeft = Math.min(found.error, mostIssues);
      let adviceLeft = mostIssues - errorsLeft;
      const told = kept.filter(({ severity }) =>
        severity === 'error' ? errorsLeft-- > 0 : adviceLeft-- > 0,
      );
      const count = untold + found.error + found.advice - told.length;
      return count > 0 ? [...told, { code: 'more-findings', path: '', severity: 'advice', count }] : told;
    },
  };
}

function isMoreFindings(issue: IssueShape): issue is MoreFindings {
  return issue.code === 'more-findings';
}
