import {
  type Answer,
  answerByPerson,
  checkCustomer,
  checkDuplicates,
  createCustomer,
  type DuplicateCheckResult,
  type Plan,
  pauseFor,
  type Question,
} from '@helpcrunch-customer-kit/core';
import type { Account, Ledgers } from '@helpcrunch-customer-kit/local';
import type { WizardEvent } from '../wizard/wizard-event.ts';
import type { WizardState } from '../wizard/wizard-state.ts';

interface MadeCheck {
  readonly result: DuplicateCheckResult;
  /** When its answer came, in milliseconds since 1970. */
  readonly at: number;
}

/** Everything the wizard does with an account, drawn or line by line. The one caller of core's create in both. */
export interface CreateEffects {
  checkDuplicates(account: Account, plan: Plan, subject: string): Promise<void>;
  create(account: Account, plan: Plan, state: WizardState): Promise<void>;
  answer(answer: Answer): void;
  check(account: Account, state: WizardState): Promise<void>;
  stop(): void;
}

/** `signal` is aborted when the wizard is left: nothing that is still under way may keep the program. */
export function createCreateEffects(
  dispatch: (event: WizardEvent) => void,
  ledgers: Ledgers,
  signal: AbortSignal,
): CreateEffects {
  let stopping = new AbortController();
  let giveAnswer: (answer: Answer) => void = () => {};
  let latestCheck: { readonly subject: string; readonly made: Promise<MadeCheck> } | undefined;

  const ask = (question: Question, until: AbortSignal): Promise<Answer> =>
    new Promise((resolve) => {
      giveAnswer = resolve;
      until.addEventListener('abort', () => resolve({ kind: 'cancel' }));
      dispatch({ kind: 'asked', question });
    });

  return {
    async checkDuplicates({ connection }, { request }, subject) {
      const made = checkDuplicates(connection, request, { signal }).then((result) => ({
        result,
        at: connection.now(),
      }));
      latestCheck = { subject, made };
      dispatch({ kind: 'duplicates-checked', subject, result: (await made).result });
    },
    async create(account, plan, state) {
      stopping = new AbortController();
      const until = AbortSignal.any([stopping.signal, signal]);
      // A check for this customer that is still under way is waited for, not made twice.
      const isSame = latestCheck !== undefined && latestCheck.subject === state.duplicateCheck?.subject;
      const check = isSame ? await Promise.race([latestCheck?.made, aborted(until)]) : undefined;
      const outcome = await createCustomer(plan, {
        account,
        ledger: ledgers.of(account),
        ask: answerByPerson((question) => ask(question, until)),
        onProgress: (progress) => dispatch({ kind: 'progressed', progress }),
        signal: until,
        pause: pauseFor,
        check,
      });
      dispatch({ kind: 'ended', outcome });
    },
    answer: (answer) => giveAnswer(answer),
    async check(account, { sent, outcome }) {
      if (outcome?.outcome !== 'unknown') return;
      const { connection } = account;
      const checked = await checkCustomer(outcome, {
        connection,
        ledger: ledgers.of(account),
        draft: sent?.draft,
        signal,
      });
      dispatch({ kind: 'checked', outcome: checked });
    },
    stop: () => stopping.abort(),
  };
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined));
  });
}
