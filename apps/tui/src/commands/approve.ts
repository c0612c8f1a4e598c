import {
  createPlanStore,
  ledgerErrorMessage,
  type PlanStore,
  planText,
  type StoredPlan,
  systemStateFolder,
} from '@helpcrunch-customer-kit/local';
import wrapAnsi from 'wrap-ansi';
import { sharedFlags } from '../command-line/flags.ts';
import { openTerminalDevice, type TerminalDevice } from '../terminal/terminal-device.ts';
import { printable } from '../text/printable.ts';
import { type CommandEnd, errorIssue } from './command.ts';
import { type CommandContext, reportingCommand } from './reporting-command.ts';

/** Lets a person decide, outside the model, about what an AI agent wants to create. */
export const approve = reportingCommand({
  name: 'approve',
  actions: [
    {
      name: 'ask',
      isDefault: true,
      operand: 'CODE',
      summary: 'Show what an AI agent wants to create, and ask whether it may.',
    },
  ],
  flags: [sharedFlags.json, sharedFlags.help],
  outcomes: [
    'approved',
    'declined',
    'expired',
    'not-found',
    'no-terminal',
    'not-writable',
    'cancelled',
    'invalid',
  ],
  properties: {
    plan: {
      type: 'object',
      required: ['id', 'account', 'customers'],
      additionalProperties: false,
      properties: {
        id: { type: 'string' },
        account: { enum: ['sandbox', 'live'] },
        host: { type: 'string' },
        customers: { type: 'array', items: { type: 'object' }, description: 'The exact bodies.' },
      },
    },
  },
  async run({ operands: [code = ''] }, context) {
    const folder = systemStateFolder(context.process);
    try {
      const plans = createPlanStore({ folder, hide: context.redactor.hide });
      const plan = await plans.findByCode(code);
      return plan ? await decide(plan, plans, context) : unknownCode(code);
    } catch (error) {
      return failed('not-writable', ledgerErrorMessage(error, folder));
    }
  },
});

async function decide(plan: StoredPlan, plans: PlanStore, context: CommandContext): Promise<CommandEnd> {
  const { id, account, customers, approval, expiresAt } = plan;
  const data = {
    plan: {
      id,
      account: account.kind,
      ...(account.host === undefined ? {} : { host: account.host }),
      customers: customers.map(({ request }) => request),
    },
  };
  if (approval || Date.now() >= expiresAt) {
    const why = approval ? 'This code was answered already.' : 'This code has expired.';
    return { ...failed('expired', `${why} Nothing was changed.`, ['Ask the agent for a new plan.']), data };
  }
  const terminal = openTerminalDevice(context.process.platform);
  if (!terminal) {
    const message = 'Approving needs a terminal: only a person at a terminal can approve.';
    return { ...failed('no-terminal', message, ['Run the same command in a terminal window.']), data };
  }
  try {
    terminal.print(questionRows(plan, terminal, (text) => printable(context.redactor.hide(text))));
    const answer = await terminal.ask('Approve? y/N ', context.signal);
    if (answer === undefined) return { ...failed('cancelled', 'Nothing was decided.'), data };
    const isApproved = /^y(?:es)?$/i.test(answer.trim());
    const kept = await plans.answer(plan, isApproved ? 'approved' : 'declined', 'terminal');
    if (!kept)
      return { ...failed('expired', 'This code has expired.', ['Ask the agent for a new plan.']), data };
    return isApproved
      ? { outcome: 'approved', data, lines: ['Approved. The agent can create them once, within 10 minutes.'] }
      : { ...failed('declined', 'Declined. Nothing will be created.'), data };
  } finally {
    terminal.close();
  }
}

/**
 * What is asked for comes last: bodies are an agent's, and one that fills the window must not push out of sight where it
 * goes.
 */
function questionRows(plan: StoredPlan, { size }: TerminalDevice, show: (text: string) => string): string[] {
  const { title, lines } = planText(plan);
  const rows = lines.flatMap((line) => lineRows(show(line), size.columns));
  const [first, last] = [lineRows('An AI agent asks:', size.columns), lineRows(show(title), size.columns)];
  const isAll = first.length + rows.length + last.length < size.rows;
  const scroll = isAll ? [] : ['This is longer than the window. Scroll up to read all of it.'];
  return [...first, ...rows, ...scroll, ...last];
}

const continued = '  | ';

/** Each row but the first is marked: blanks in a text could otherwise make its rest look like a line of its own. */
function lineRows(line: string, columns: number): string[] {
  const width = Math.max(columns - continued.length, 20);
  const options = { hard: true, trim: false, wordWrap: false };
  return wrapAnsi(line, width, options)
    .split('\n')
    .map((row, index) => (index === 0 ? row : `${continued}${row}`));
}

function unknownCode(code: string): CommandEnd {
  // A longer text can be anything, a key too.
  const shown = code.length <= 16 ? ` "${code}"` : '';
  return failed('not-found', `No plan has the code${shown}.`, ['Copy the code from the agent.']);
}

function failed(outcome: CommandEnd['outcome'], message: string, next: readonly string[] = []): CommandEnd {
  return { outcome, issues: [errorIssue(outcome, message)], next };
}
