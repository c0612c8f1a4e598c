import { count, oneLine, printableJson } from '@helpcrunch-customer-kit/core';
import type { StoredPlan } from './stored-plan.ts';

/** What a person sees before they approve a plan: the question, then every body with what to know about it. */
export interface PlanText {
  /** One sentence that ends in a question mark. */
  readonly title: string;
  readonly lines: readonly string[];
}

/** A plan in words, the same wherever it is approved. Bodies are exact; every line is safe to show in a terminal. */
export function planText({ account, customers }: StoredPlan): PlanText {
  const where =
    account.kind === 'sandbox'
      ? 'the sandbox'
      : `HelpCrunch, account ${oneLine(account.label, 60)}${account.host === undefined ? '' : ` at ${oneLine(account.host, 100)}`}`;
  const lines = customers.flatMap(({ request, issues }, index) => [
    `${index + 1}. ${printableJson(request)}`,
    ...issues.map(({ severity, message }) => `   ${severity}: ${message}`),
  ]);
  return { title: `Create ${count(customers.length, 'customer')} in ${where}?`, lines };
}
