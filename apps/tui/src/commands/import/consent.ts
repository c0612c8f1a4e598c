import type { ImportPlan, Mapping, SharedRun } from '@helpcrunch-customer-kit/import';
import { invalidRows } from '@helpcrunch-customer-kit/import';
import type { Account, KeySource } from '@helpcrunch-customer-kit/local';
import { type CommandEnd, errorIssue } from '../command.ts';
import type { CommandContext } from '../reporting-command.ts';
import { cancelled, importEnd } from './import-end.ts';
import type { ImportOptions } from './import-options.ts';
import type { Prompts } from './menu.ts';
import { issueMenu, planMenu } from './plan-menu.ts';

export interface ConsentContext {
  readonly options: ImportOptions;
  readonly context: CommandContext & { readonly argv: readonly string[] };
  /** Missing where no one can answer. */
  readonly prompts: Prompts | undefined;
  readonly account: Account | undefined;
  /** Where the key of a live account comes from. */
  readonly keySource: KeySource | undefined;
}

export interface PlannedImport {
  readonly plan: ImportPlan;
  readonly mapping: Mapping;
  /** Columns, problems and plan, for a run without questions. */
  readonly summary: readonly string[];
  /** What stays in sight above the question about the plan. */
  readonly beforeQuestion: readonly string[];
  /** It goes on with the run of another file. */
  readonly shared: SharedRun | undefined;
}

/**
 * Shows the plan, and asks whether to send; how the command ends where it does not, `undefined` where it does, and
 * `new-run` where the rows are to be planned as a run of their own.
 */
export async function withoutConsent(
  { options, context, prompts, account, keySource }: ConsentContext,
  { plan, mapping, summary, beforeQuestion, shared }: PlannedImport,
): Promise<CommandEnd | 'new-run' | undefined> {
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
    if (prompts) prompts.print(summary);
    else if (!options.json) for (const line of summary) context.note(line);
    return undefined;
  }
  if (!prompts || !account) {
    return {
      ...importEnd({ ...facts, outcome: 'needs-confirmation' }),
      lines: shown,
      next: [
        `Nothing was sent. To send, run: ${context.command([...context.argv, '--yes'])}`,
        ...(shared
          ? [`To send as another run, run: ${context.command([...context.argv, '--yes', '--new-run'])}`]
          : []),
      ],
    };
  }
  const afterSend = [...(plan.issues.length > 0 ? ['issues'] : []), ...(shared ? ['new-run'] : [])];
  prompts.print(beforeQuestion);
  for (let selected = 0; ; selected = 2) {
    const { rate } = options;
    const picked = await prompts.menu(planMenu({ plan, account, keySource, rate, selected, shared }));
    if (picked.kind === 'chosen' && picked.index === 1) return undefined;
    const after = picked.kind === 'chosen' ? afterSend[picked.index - 2] : undefined;
    if (after === 'new-run') return after;
    if (after === 'issues') {
      const left = await prompts.menu(issueMenu(plan));
      if (left.kind !== 'quit') continue;
    }
    return cancelled(context, facts);
  }
}
