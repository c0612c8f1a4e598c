import { customerName, type JsonObject } from '@helpcrunch-customer-kit/core';
import { type SavedDraft, systemDrafts, withLedgerMarks } from '@helpcrunch-customer-kit/local';
import { openHistory, systemStateFolder } from '@helpcrunch-customer-kit/local/ledger';
import { sharedFlags } from '../command-line/flags.ts';
import { ageText } from '../drafts/draft-messages.ts';
import { tableLines } from '../render/layout.ts';
import { type CommandEnd, errorIssue } from './command.ts';
import { type CommandContext, reportingCommand } from './reporting-command.ts';

export const drafts = reportingCommand({
  name: 'drafts',
  actions: [
    { name: 'list', isDefault: true, summary: 'List the saved drafts, the newest first.' },
    { name: 'forget', summary: 'Delete all drafts, and say how many there were.' },
  ],
  flags: [sharedFlags.json, sharedFlags.help],
  outcomes: ['listed', 'partly-listed', 'forgotten', 'not-writable', 'invalid'],
  properties: {
    folder: { type: 'string' },
    count: { type: 'integer', description: 'How many drafts were deleted.' },
    drafts: {
      type: 'array',
      items: {
        type: 'object',
        required: ['savedAt', 'mayExist', 'customer'],
        additionalProperties: false,
        properties: {
          savedAt: { type: 'string', description: 'In ISO 8601.' },
          account: { enum: ['sandbox', 'live'] },
          mayExist: { type: 'boolean', description: 'It was sent, and may have created a customer.' },
          customer: { type: 'object', description: 'What was entered.' },
        },
      },
    },
  },
  run: ({ action }, context) => (action === 'forget' ? forget(context) : list(context)),
});

async function list({ process, redactor, command, columns }: CommandContext): Promise<CommandEnd> {
  const store = systemDrafts(process, redactor.hide);
  const history = openHistory({ folder: systemStateFolder(process) });
  const read = await store.list();
  const { drafts: saved, notes } = await withLedgerMarks(read, history);
  const now = Date.now();
  return {
    outcome: read.notes.length === 0 ? 'listed' : 'partly-listed',
    data: { folder: store.directory, drafts: saved.map(toResult) },
    lines:
      saved.length === 0
        ? ['There are no drafts.']
        : tableLines(
            [['Customer', 'When', 'Account', ''], ...saved.map((draft) => toRow(draft, now))],
            columns,
          ),
    issues: [
      ...read.notes.map((note) => errorIssue('draft-unreadable', note)),
      ...notes
        .slice(read.notes.length)
        .map((message) => ({ code: 'draft-created', path: '', severity: 'advice', message }) as const),
    ],
    next: saved.length === 0 ? [] : [`To continue with the newest one, run: ${command(['--resume'])}`],
  };
}

function toResult({ draft, savedAt, account, isUnknown }: SavedDraft) {
  return {
    savedAt: new Date(savedAt).toISOString(),
    ...(account === undefined ? {} : { account }),
    mayExist: isUnknown,
    customer: draft,
  };
}

function toRow({ draft, savedAt, account, isUnknown }: SavedDraft, now: number): string[] {
  return [
    customerName(draft as JsonObject),
    ageText(savedAt, now),
    account ?? '',
    isUnknown ? 'may exist' : '',
  ];
}

async function forget({ process, redactor }: CommandContext): Promise<CommandEnd> {
  const store = systemDrafts(process, redactor.hide);
  const { count, failure } = store.forgetAll();
  const counted = count === 1 ? '1 draft' : `${count} drafts`;
  return {
    outcome: failure === undefined ? 'forgotten' : 'not-writable',
    data: { folder: store.directory, count },
    lines: [`Deleted ${counted} from ${store.directory}.`],
    issues: failure === undefined ? [] : [errorIssue('not-writable', failure)],
  };
}
