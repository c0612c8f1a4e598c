import { openHistory, systemStateFolder } from '@helpcrunch-customer-kit/local/ledger';
import type { Arguments } from '../../command-line/arguments.ts';
import { sandboxFlag, sharedFlags } from '../../command-line/flags.ts';
import { type CommandEnd, errorIssue } from '../command.ts';
import { type CommandContext, reportingCommand } from '../reporting-command.ts';
import { checkEntry } from './check-entry.ts';
import { type EntryResult, entryDetails, entrySchema, entryTable, toEntryResult } from './entry.ts';

export const history = reportingCommand({
  name: 'history',
  actions: [
    { name: 'list', isDefault: true, summary: 'List all creates, unresolved ones first.' },
    { name: 'show', operand: 'ID', summary: 'Show everything that is known about one.' },
    { name: 'check', operand: 'ID', summary: 'Look for the customer again, and record it when it is found.' },
    { name: 'forget', operand: 'ID…', summary: 'Delete entries. The next run does not know them.' },
  ],
  flags: [
    ...Object.values(sharedFlags),
    { ...sandboxFlag, help: 'With check and =URL: look in the running sandbox that it was sent to.' },
  ],
  outcomes: [
    'listed',
    'partly-listed',
    'shown',
    'forgotten',
    'not-found',
    'in-flight',
    'not-writable',
    'created',
    'dry-run',
    'rejected',
    'user-id-taken',
    'invalid',
    'needs-confirmation',
    'unknown',
    'unauthorized',
    'blocked',
    'rate-limited',
    'not-sent',
    'cancelled',
  ],
  properties: {
    entries: { type: 'array', items: entrySchema, description: 'Unresolved ones first, then the newest.' },
    entry: entrySchema,
    customer: { type: 'object', description: 'What HelpCrunch has.' },
    count: { type: 'integer', description: 'How many entries were deleted.' },
  },
  run,
});

type History = ReturnType<typeof openHistory>;

async function run({ action, operands, values }: Arguments, context: CommandContext): Promise<CommandEnd> {
  const ledgers = {
    folder: systemStateFolder(context.process),
    takeOver: values['take-over'] === true,
  };
  const opened = openHistory(ledgers);
  if (action === 'list') return list(opened, context);
  if (action === 'forget') return forget(opened, operands, context);
  const [id = ''] = operands;
  const entry = await opened.show(id);
  if (!entry) return notFound(operands, context);
  if (action === 'check') return checkEntry(entry, ledgers, context, values['sandbox']);
  const shown = toEntryResult(entry);
  return {
    outcome: 'shown',
    data: { entry: shown },
    lines: entryDetails(shown, Date.now()),
    next: canCheck(shown)
      ? [`To see what became of it, run: ${context.command(['history', 'check', entry.id])}`]
      : [],
  };
}

/** What was sent to a sandbox is not looked up by the account in use. */
function canCheck({ unresolved, host }: EntryResult): boolean {
  return unresolved && host !== undefined;
}

async function list(opened: History, { command, columns }: CommandContext): Promise<CommandEnd> {
  const { entries, notes } = await opened.list();
  const results = entries.map(toEntryResult);
  const first = results.find(canCheck);
  return {
    outcome: notes.length === 0 ? 'listed' : 'partly-listed',
    data: { entries: results },
    lines: entryTable(results, Date.now(), columns),
    issues: notes.map((message) => errorIssue('ledger-unreadable', message)),
    next: first
      ? [`To see what became of the first one, run: ${command(['history', 'check', first.id])}`]
      : [],
  };
}

async function forget(opened: History, ids: readonly string[], context: CommandContext): Promise<CommandEnd> {
  const change = await opened.forget(ids);
  switch (change.kind) {
    case 'changed': {
      const entries = change.count === 1 ? '1 entry' : `${change.count} entries`;
      const line = `Deleted ${entries}. If a customer was created, the next run does not know it.`;
      return { outcome: 'forgotten', data: { count: change.count }, lines: [line] };
    }
    case 'not-found':
      return notFound(ids, context);
    case 'in-flight':
      return {
        outcome: 'in-flight',
        issues: [errorIssue('in-flight', 'This customer is being sent at this moment. Nothing was deleted.')],
        next: [`When that has ended, run: ${context.command(['history', 'forget', ...ids])}`],
      };
    case 'not-writable':
      return { outcome: 'not-writable', issues: [errorIssue('not-writable', change.message)] };
    default: {
      const unreachable: never = change;
      return unreachable;
    }
  }
}

function notFound(ids: readonly string[], { command }: CommandContext): CommandEnd {
  return {
    outcome: 'not-found',
    issues: [errorIssue('not-found', `The ledger has no entry ${ids.join(', ')}.`)],
    next: [`To see all entries, run: ${command(['history'])}`],
  };
}
