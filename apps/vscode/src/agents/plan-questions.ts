import type { StoredPlan } from '@helpcrunch-customer-kit/local/ledger';
import * as vscode from 'vscode';
import type { Consent } from '../create/consent.ts';
import type { Log } from '../editor/log.ts';
import type { AgentHost, AgentPlans } from '../entry/contract.ts';

/** Asks, in this window, about what agents want to create in a live account. */
export interface PlanQuestions extends vscode.Disposable {
  /** Watches for questions of the servers that were started with this window's ID. */
  start(window: string): Promise<void>;
}

/** One question at a time, in the order in which agents asked. */
export function createPlanQuestions(
  host: AgentHost | undefined,
  consent: Pick<Consent, 'askForPlan'>,
  log: Pick<Log, 'error' | 'info'>,
): PlanQuestions {
  let watching: Promise<{ close(): void }> | undefined;
  let last: Promise<void> = Promise.resolve();
  const report = (error: unknown) => log.error(`Cannot ask about an agent's plan: ${String(error)}`);

  async function ask({ id }: StoredPlan, { plans, textOf }: AgentPlans): Promise<void> {
    // It may have been answered in a terminal while another question was open.
    const plan = (await plans.waiting()).find((waiting) => waiting.id === id);
    if (!plan) return;
    const { title, notes, bodies } = textOf(plan);
    const json = JSON.stringify(
      plan.customers.map(({ request }) => request),
      null,
      2,
    );
    const question = { title, notes, bodies: bodies.join('\n'), json };
    const { account } = plan;
    const answer = await consent.askForPlan({ ...account, host: account.host }, question);
    if (answer === undefined) return;
    const isKept = await plans.answer(plan, answer, 'editor');
    log.info(`${account.label}: an agent's plan ${plan.id} was ${isKept ? answer : 'too old to answer'}`);
    if (!isKept) {
      void vscode.window.showWarningMessage(
        'This question was closed, so nothing was changed. Ask the agent for a new plan.',
      );
    }
  }

  return {
    async start(window) {
      watching ??= host?.watchPlans({
        window,
        onQuestion: (plan, plans) => {
          last = last.then(() => ask(plan, plans)).catch(report);
        },
        onError: report,
      });
      await watching?.catch((error: unknown) => {
        watching = undefined;
        report(error);
      });
    },
    dispose: () => void watching?.then((watch) => watch.close()),
  };
}
