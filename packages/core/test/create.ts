import type { Connection } from '../src/api/connection.ts';
import type { CreateContext, Progress } from '../src/create/create-context.ts';
import { createCustomer } from '../src/create/create-customer.ts';
import { createMemoryLedger, type Ledger } from '../src/create/ledger.ts';
import type { Outcome } from '../src/create/outcome.ts';
import { planCustomer } from '../src/create/plan.ts';
import type { Answer, Ask, Question } from '../src/create/question.ts';
import { readCustomer } from '../src/reading/read-customer.ts';

export interface Creator {
  /** Creates a customer in the live account of the connection. */
  create(customer: object, more?: Partial<CreateContext>): Promise<Outcome>;
  readonly ledger: Ledger;
  /** Every question that was asked. */
  readonly questions: Question[];
  readonly progress: Progress[];
  /** Milliseconds of each pause after a rate limit. */
  readonly pauses: number[];
}

/** The whole create with one ledger, where every question gets the same answer. */
export function creatorOf(connection: Connection, answer: Answer | Ask = { kind: 'send' }): Creator {
  const ledger = createMemoryLedger({ now: () => connection.now() });
  const questions: Question[] = [];
  const progress: Progress[] = [];
  const pauses: number[] = [];
  const ask: Ask = async (question) => {
    questions.push(question);
    return typeof answer === 'function' ? answer(question) : answer;
  };
  return {
    ledger,
    questions,
    progress,
    pauses,
    create(customer, more = {}) {
      const plan = planCustomer(readCustomer(customer), { now: connection.now() });
      return createCustomer(plan, {
        account: { kind: 'live', label: 'main', host: 'api.helpcrunch.example', connection },
        ledger,
        ask,
        onProgress: (step) => progress.push(step),
        pause: async (milliseconds) => {
          pauses.push(milliseconds);
        },
        ...more,
      });
    },
  };
}

/** The kinds of the reasons in a question. */
export function reasonKinds(question: Question | undefined): readonly string[] {
  return question?.reasons.map(({ kind }) => kind) ?? [];
}
