import {
  type AccountKind,
  customerField,
  formatDate,
  isDateField,
  isJsonObject,
  issueMessage,
  type JsonObject,
  type JsonValue,
  type Outcome,
  outcomeMessage,
  outcomeTraits,
  readDate,
} from '@helpcrunch-customer-kit/core';
import { ageText } from '../../../drafts/draft-messages.ts';
import { inOneLine } from '../../../editors/editor.ts';
import { keyHints } from '../../../input/key-bindings.ts';
import { firstInSight } from '../../../render/layout.ts';
import type { Size, View, ViewLine } from '../../../render/view.ts';
import type { HistoryLine, OutcomeScreen, WizardState } from '../../wizard-state.ts';

/** What can be done after an outcome. */
export type OutcomeAction =
  | 'another'
  | 'another-like-this'
  | 'copy-id'
  | 'show-command'
  | 'show-entry'
  | 'check'
  | 'send-again'
  | 'change-user-id'
  | 'change-key'
  | 'review'
  | 'quit';

/** The choices after an outcome, the one that most people want first. */
export function outcomeActions(outcome: Outcome, account: AccountKind | undefined): readonly OutcomeAction[] {
  switch (outcome.outcome) {
    case 'created':
      return [
        'quit',
        'another',
        'another-like-this',
        ...(outcome.customer?.['id'] === undefined ? [] : (['copy-id'] as const)),
        'show-command',
        // What the sandbox in this program was sent is in no ledger.
        ...(account === 'live' && outcome.ledgerId !== undefined ? (['show-entry'] as const) : []),
      ];
    case 'user-id-taken':
      return ['change-user-id', 'review', 'quit'];
    case 'unauthorized':
      return ['change-key', 'review', 'quit'];
    case 'rate-limited':
    case 'not-sent':
    case 'blocked':
      return ['send-again', 'review', 'quit'];
    case 'unknown':
      // Sending again is offered only to someone for whom it was looked for.
      return outcome.lookup ? ['check', 'send-again', 'review', 'quit'] : ['check', 'review', 'quit'];
    case 'invalid':
    case 'rejected':
    case 'dry-run':
    case 'needs-confirmation':
    case 'cancelled':
      return ['review', 'quit'];
    default: {
      const unreachable: never = outcome;
      return unreachable;
    }
  }
}

const actionLabels: Readonly<Record<OutcomeAction, string>> = {
  another: 'Create another customer',
  'another-like-this': 'Create another with these values',
  'copy-id': 'Copy the ID',
  'show-command': 'Show the command for this',
  'show-entry': 'Show its entry in the history',
  check: 'Check whether it exists now',
  'send-again': 'Send it again',
  'change-user-id': 'Change the user ID',
  'change-key': 'Use another API key',
  review: 'Back to the review',
  quit: 'Done',
};

export function outcomeView(state: WizardState, screen: OutcomeScreen, { rows }: Size): View {
  const { outcome, selected, isPrinted } = screen;
  const actions = outcomeActions(outcome, state.account);
  // In a low window, what was stored, reported or printed is to stay in sight.
  const room = isPrinted ? Math.max(1, rows - 16) : Math.max(3, rows - 7);
  const first = firstInSight(selected, actions.length, room);
  const { message, next } = outcomeMessage(outcome, state.account ?? 'sandbox');
  return {
    history: state.history,
    // What was created is in the record already, which may have scrolled out of sight.
    title: createdTitle(outcome) ?? 'Result',
    question: 'What next?',
    account: state.account,
    ...(actions.length > room ? { aside: `${selected + 1}/${actions.length}` } : {}),
    lead: isPrinted ? [] : leadOf(outcome, message),
    body: actions
      .slice(first, first + room)
      .map((action) => ({ text: actionLabel(action, outcome), tone: 'plain' })),
    selected: selected - first,
    notes: isPrinted
      ? []
      : [
          ...lookupNote(screen, state.now),
          ...next.map((text) => ({ text: `→ ${text}`, tone: 'plain' }) as const),
        ],
    keys: keyHints(['submit', 'choose'], 'up', 'quit'),
  };
}

function createdTitle(outcome: Outcome): string | undefined {
  const id = outcome.outcome === 'created' ? outcome.customer?.['id'] : undefined;
  return id === undefined ? undefined : `Created with ID ${String(id)}. What next?`;
}

/** How often it was looked for, and when last. */
function lookupNote({ lookups }: OutcomeScreen, now: number): readonly ViewLine[] {
  if (!lookups) return [];
  const times = lookups.count === 1 ? 'once' : `${lookups.count} times`;
  const seconds = Math.floor((now - lookups.at) / 1000);
  const ago = seconds < 1 ? 'just now' : seconds < 60 ? `${seconds} s ago` : ageText(lookups.at, now);
  return [{ text: `Looked ${times}, last ${ago}.`, tone: 'quiet' }];
}

function actionLabel(action: OutcomeAction, outcome: Outcome): string {
  const label = actionLabels[action];
  const isRisky = outcome.outcome === 'unknown' && outcome.request.userId === undefined;
  return action === 'send-again' && isRisky ? `${label} (may create a second)` : label;
}

/** What was created has scrolled up, with its sentence; anything else is reported here. */
function leadOf(outcome: Outcome, message: string): readonly ViewLine[] {
  if (outcome.outcome === 'created') return [];
  return [
    { text: message, tone: outcomeTraits[outcome.outcome].tone === 'unsure' ? 'advice' : 'error' },
    ...refusals(outcome),
  ];
}

function refusals({ issues }: Outcome): ViewLine[] {
  return issues
    .filter(({ code }) => code === 'refused')
    .slice(0, 5)
    .map((issue) => ({ text: issueMessage(issue), tone: 'error' }));
}

/** All that HelpCrunch says it stored, a line for each value that is not empty. `"blocked": false` is not worth one. */
export function storedLines(customer: JsonObject): HistoryLine[] {
  return Object.entries(customer).flatMap(([key, value]) => {
    const text = value === undefined || value === false ? '' : fieldText(key, value);
    return text === '' ? [] : [{ mark: 'plain', label: labelOf(key), text } as const];
  });
}

/** A field's own label; a name that only HelpCrunch gives reads like one: `lastSeen` as `Last seen`, `id` as `ID`. */
function labelOf(key: string): string {
  const label = customerField(key)?.label;
  if (label !== undefined) return label;
  const name = key.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`.replaceAll(/\bid\b/gi, 'ID');
}

/** A date as people read it: HelpCrunch returns its seconds. */
function fieldText(key: string, value: JsonValue): string {
  const text = valueText(value);
  const reading = isDateField(key) && text !== '' ? readDate(text) : undefined;
  return reading?.kind === 'seconds' ? formatDate(reading.seconds) : text;
}

function valueText(value: JsonValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(valueText).filter(Boolean).join(', ');
  if (!isJsonObject(value)) return inOneLine(String(value));
  // A tag reads as its name and color; anything else as its pairs.
  if (typeof value['name'] === 'string') return [value['name'], value['color']].filter(Boolean).join(' ');
  return Object.entries(value)
    .filter(([, part]) => part !== null && part !== undefined && part !== '')
    .map(([key, part]) => `${key} = ${valueText(part as JsonValue)}`)
    .join(', ');
}
