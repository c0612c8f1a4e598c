import { count, oneLine, printableJson } from '@helpcrunch-customer-kit/core';
import type { StoredPlan } from './stored-plan.ts';

/** What a person sees before they approve a plan: the question, then every body with what to know about it. */
export interface PlanText {
  /** One sentence that ends in a question mark. */
  readonly title: string;
  readonly lines: readonly string[];
  /** The bodies alone, numbered, and what to know about them, with the same numbers. */
  readonly bodies: readonly string[];
  readonly notes: readonly string[];
}

/** A plan in words, the same wherever it is approved. Bodies are exact; every line is safe to show in a terminal. */
export function planText({ account, customers }: StoredPlan): PlanText {
  const where =
    account.kind === 'sandbox'
      ? 'the sandbox'
      : `HelpCrunch, account ${oneLine(account.label, 60)}${account.host === undefined ? '' : ` at ${oneLine(account.host, 100)}`}`;
  const bodies = customers.map(({ request }, index) => `${index + 1}. ${printableJson(request)}`);
  const issuesOf = customers.map(({ issues }) =>
    issues.map(({ severity, message }) => `${severity}: ${message}`),
  );
  return {
    title: `Create ${count(customers.length, 'customer')} in ${where}?`,
    lines: bodies.flatMap((body, index) => [body, ...(issuesOf[index] ?? []).map((issue) => `   ${issue}`)]),
    bodies,
    notes: issuesOf.flatMap((issues, index) => issues.map((issue) => `${index + 1}. ${issue}`)),
  };
}
