import { customerId, outcomeMessage, outcomeTraits } from '@helpcrunch-customer-kit/core';
import { checkSent } from '@helpcrunch-customer-kit/local';
import { openHistory } from '@helpcrunch-customer-kit/local/ledger';
import { z } from 'zod';
import { foundCustomer } from './schemas.ts';
import type { Reply, Tool, ToolContext } from './tool.ts';

const input = z.strictObject({
  ledger_id: z.string().min(1).describe('The ledgerId of a result of create_customers.'),
});
const output = z.object({
  ledger_id: z.string(),
  outcome: z.string().describe('As in the results of create_customers; "sending" while it is on its way.'),
  customer_exists: z.enum(['yes', 'no', 'unknown']),
  customer_id: z.string().optional().describe("HelpCrunch's ID."),
  customer: foundCustomer.optional(),
});

/** Finds out what became of a create whose answer was lost. */
export const checkCustomer: Tool<typeof input, typeof output> = {
  name: 'check_customer',
  title: 'Check an unknown create',
  description:
    'Finds out whether a create with the outcome "unknown" made the customer, by its ledger_id. Looks, and sends no create.',
  annotations: { readOnlyHint: true, openWorldHint: true },
  input,
  output,
  run: ({ ledger_id: id }, context) => check(id, context),
};

async function check(
  id: string,
  { session, request: { signal } }: ToolContext,
): Promise<Reply<z.output<typeof output>>> {
  const { stateFolder: folder, hide } = session;
  const entry = await openHistory({ folder }).show(id);
  if (!entry) {
    return {
      problem: 'No create on this machine has this ledger_id.',
      next: ['Give the ledgerId of a result of create_customers.'],
    };
  }
  const opened = await session.open();
  if ('problem' in opened) return opened;
  const { account, ledger } = opened;
  const { state, attempt, customerId: known } = entry;
  // Of the others, an unknown one may be of this account with an earlier key.
  if (state !== 'unknown' && !(await ledger.isOwn?.(id))) return otherAccount;
  const data = {
    ledger_id: id,
    outcome: state,
    customer_exists: existsAfter(state),
    ...(known === undefined ? {} : { customer_id: known }),
  };
  if (state === 'sending') {
    return { data, sentence: 'It is being sent at this moment.', next: ['Call check_customer again.'] };
  }
  if (state !== 'unknown' || !attempt) {
    const named = known === undefined ? '' : ` Its ID is ${known}.`;
    return { data, sentence: `Known already: ${outcomeTraits[state].title}.${named}` };
  }
  const found = await checkSent({ ...entry, attempt }, { folder, hide, account, signal });
  if (found.kind === 'other-host') {
    return {
      problem: 'This customer was sent to another host than the one in use.',
      next: ['Ask the user to run: helpcrunch-customer history'],
    };
  }
  const { outcome, isSameAccount } = found;
  if (!isSameAccount) return otherAccount;
  const { message, next } = outcomeMessage(outcome, account.kind, 'agent');
  const customer = outcome.outcome === 'created' ? outcome.customer : undefined;
  const made = customer && customerId(customer);
  return {
    data: {
      ...data,
      outcome: outcome.outcome,
      customer_exists: outcome.customerExists,
      ...(made === undefined ? {} : { customer_id: made }),
      ...(customer ? { customer: { ...customer } } : {}),
    },
    sentence: message,
    next,
  };
}

const otherAccount = {
  problem: "Can't tell: this customer was sent to another account, or with another API key.",
  next: ['Ask the user to run: helpcrunch-customer history'],
};

function existsAfter(state: keyof typeof outcomeTraits | 'sending'): 'yes' | 'no' | 'unknown' {
  if (state === 'created') return 'yes';
  return state === 'unknown' || state === 'sending' ? 'unknown' : 'no';
}
