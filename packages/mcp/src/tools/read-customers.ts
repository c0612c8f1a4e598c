import {
  checkList,
  count,
  hasErrors,
  hideInJson,
  type Issue,
  issueMessage,
  type JsonValue,
  type Plan,
  planCustomer,
  type ResultIssue,
  readCustomer,
} from '@helpcrunch-customer-kit/core';

/** One customer of a list, validated, with its place in the list. */
export interface ListedPlan {
  readonly index: number;
  /** What was read, without anything that looks like a key. */
  readonly input: JsonValue;
  readonly plan: Plan;
  /** Its own issues, and those that show only in the list as a whole. */
  readonly issues: readonly IssueWithFix[];
  readonly isValid: boolean;
}

interface IssueWithFix extends ResultIssue {
  readonly suggestion?: string;
}

/** Validates a list of customers. A key in one is hidden first, and what was hidden can never be sent. */
export function readCustomers(
  inputs: readonly unknown[],
  { now, hide }: { readonly now: number; readonly hide: (text: string) => string },
): ListedPlan[] {
  const read = inputs.map((value) => {
    const input = hideInJson(value as JsonValue, hide);
    return { input, plan: planCustomer(readCustomer(input), { now }) };
  });
  const listed = read.map(({ plan }, index) => ({ path: `/${index}`, draft: plan.draft }));
  const shared = [...checkList(listed)];
  return read.map(({ input, plan }, index) => {
    const found = [...plan.issues, ...shared.flatMap((each) => (each.index === index ? [each.issue] : []))];
    return { index, input, plan, issues: toIssues(found), isValid: !hasErrors(found) };
  });
}

const maxIssues = 100;

/** Errors are never the ones that are left out, as long as there is room for them. */
function toIssues(found: readonly Issue[]): IssueWithFix[] {
  if (found.length <= maxIssues) return found.map(toIssue);
  const isError = ({ severity }: Issue) => severity === 'error';
  const sorted = [...found.filter(isError), ...found.filter((issue) => !isError(issue))];
  const message = `And ${count(found.length - maxIssues, 'more issue')}.`;
  const severity = sorted[maxIssues]?.severity ?? 'advice';
  return [...sorted.slice(0, maxIssues).map(toIssue), { code: 'more-issues', path: '', severity, message }];
}

function toIssue(issue: Issue): IssueWithFix {
  const { code, path, severity } = issue;
  const suggestion = 'suggestion' in issue ? issue.suggestion : undefined;
  return {
    code,
    path,
    severity,
    message: issueMessage(issue),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** The first errors, for the sentence that a model reads. */
export function errorSentences(customers: readonly ListedPlan[]): string[] {
  const errors = customers.flatMap(({ index, issues }) =>
    issues
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => `Customer ${index + 1}: ${message}`),
  );
  const maxShown = 5;
  const more = errors.length - maxShown;
  return more > 0 ? [...errors.slice(0, maxShown), `And ${count(more, 'more error')}.`] : errors;
}

/** What a list that is too long is answered with: only the terminal creates thousands, with a person at it. */
export const importSteps = [
  'Ask the user to save them in a file (CSV, JSON or JSON Lines) and to run: helpcrunch-customer import FILE',
];

/** More than a person reads before an approval, and little enough for the files of plans. */
const maxCharacters = 300_000;
const maxDepth = 50;

interface InputProblem {
  readonly problem: string;
  readonly next: readonly string[];
}

/** Why customers cannot be read at all: nested without end, or too large to be kept and shown. */
export function inputProblem(customers: readonly unknown[]): InputProblem | undefined {
  let characters = 0;
  let level: readonly unknown[] = customers;
  // Level by level, not one inside the other: what is nested deep enough ends a recursive walk.
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) {
      return {
        problem: `A customer is nested too deep: ${maxDepth} levels are the most.`,
        next: ['Custom values are text, numbers, true or false. Give each one its own property.'],
      };
    }
    const parts: unknown[] = [];
    for (const value of level) {
      characters += typeof value === 'string' ? value.length : 1;
      if (typeof value !== 'object' || value === null) continue;
      for (const [name, part] of Object.entries(value)) {
        characters += Array.isArray(value) ? 0 : name.length;
        parts.push(part);
      }
    }
    level = parts;
  }
  if (characters <= maxCharacters) return undefined;
  return {
    problem: `${characters} characters are too many for one call: ${maxCharacters} are the most.`,
    next: importSteps,
  };
}
