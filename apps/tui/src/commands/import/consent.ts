import type { ImportPlan, Mapping } from '@helpcrunch-customer-kit/import';
import { customers, invalidRows } from '@helpcrunch-customer-kit/import';
import type { Account, KeySource } from '@helpcrunch-customer-kit/local';
import { type CommandEnd, errorIssue } from '../command.ts';
import type { CommandContext } from '../reporting-command.ts';
import { importEnd } from './import-end.ts';
import { accountName } from './import-lines.ts';
import type { ImportOptions } from './import-options.ts';
import type { Prompts } from './prompts.ts';

export interface ConsentContext {
  readonly options: ImportOptions;
  readonly context: CommandContext & { readonly argv: readonly string[] };
  /** Missing where no one can answer. */
  readonly prompts: Prompts | undefined;
  readonly account: Account | undefined;
  /** Where the key of a live account comes from. */
  readonly keySource: KeySource | undefined;
}

/** Shows the plan, and asks whether to send; how the command ends where it does not, `undefined` where it does. */
export async function withoutConsent(
  { options, context, prompts, account }: ConsentContext,
  {
    plan,
    mapping,
    summary,
  }: { readonly plan: ImportPlan; readonly mapping: Mapping; readonly summary: readonly string[] },
): Promise<CommandEnd | undefined> {
  const facts = { mapping, plan, account };
  const shown = options.json ? [] : summary;
  const { invalid } = plan.totals;
  const leavesOut = invalid > 0 && !options.skipInvalid;
  if (leavesOut && !prompts) {
    return {
      ...importEnd({ ...facts, outcome: 'invalid' }),
      lines: shown,
      issues: [errorIssue('invalid-rows', `Nothing was sent: ${invalidRows(invalid)}.`)],
      next: [`Fix them, or send the others with: ${context.command([...context.argv, '--skip-invalid'])}`],
    };
  }
  if (plan.toCreate === 0 || (options.yes && !leavesOut)) {
    if (!options.json) for (const line of summary) context.note(line);
    return undefined;
  }
  if (!prompts || !account) {
    return {
      ...importEnd({ ...facts, outcome: 'needs-confirmation' }),
      lines: shown,
      next: [`Nothing was sent. To send, run: ${context.command([...context.argv, '--yes'])}`],
    };
  }
  prompts.print(summary);
  const rest = leavesOut ? ` ${invalidRows(invalid)} and will be left out.` : '';
  const question = `\nCreate ${customers(plan.toCreate)} in ${accountName(account)}?${rest} Type yes to send: `;
  if ((await prompts.ask(question))?.toLowerCase() === 'yes') return undefined;
  return {
    ...importEnd({ ...facts, outcome: 'cancelled' }),
    lines: ['Nothing was sent.'],
    next: [`To import later, run: ${context.command(context.argv)}`],
  };
}
