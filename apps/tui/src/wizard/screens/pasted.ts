import {
  customerFields,
  placeName,
  type ReadCustomer,
  readCustomerText,
  readPaste,
} from '@helpcrunch-customer-kit/core';
import { editField } from '../../editors/edit-field.ts';
import { type Intent, menuStep } from '../../input/intent.ts';
import { keyHints } from '../../input/key-bindings.ts';
import type { View, ViewLine } from '../../render/view.ts';
import { readingLines, stepsFilledIn, unreadFields } from '../initial-state.ts';
import { staying, type Transition } from '../wizard-event.ts';
import type { HistoryLine, PastedScreen, WizardState } from '../wizard-state.ts';
import { goOnAsking } from './field/update.ts';

/**
 * The customer in a paste: a JSON object with a field that is known, a command that sends one, or a response. `undefined`
 * for any other text.
 */
export function pastedCustomer(state: WizardState, intent: Intent): ReadCustomer | undefined {
  const { kind } = state.screen;
  if (intent.kind !== 'paste' || (kind !== 'field' && kind !== 'review')) return undefined;
  const found = readPaste(intent.text)?.customers;
  if (found ? found.length > 1 : !/^\s*\{/.test(intent.text)) return undefined;
  const { draft, issues } = readCustomerText(found?.[0] ?? intent.text);
  return Object.keys(draft).length > 0 ? { draft, issues } : undefined;
}

export function openPasted(state: WizardState, customer: ReadCustomer, text: string): Transition {
  return staying({ ...state, screen: { kind: 'pasted', customer, text, selected: 0, under: state.screen } });
}

/** "Fill them in", or keep the paste as the text of the field it came into. */
export function onPastedIntent(state: WizardState, screen: PastedScreen, intent: Intent): Transition {
  const step = menuStep(screen.selected, 2, intent);
  if (step?.kind === 'select') return staying({ ...state, screen: { ...screen, selected: step.selected } });
  if (step?.kind === 'back') return staying({ ...state, screen: screen.under });
  if (step?.kind !== 'choose') return staying(state);
  return step.index === 0 ? fillIn(state, screen) : keepAsText(state, screen);
}

function fillIn(state: WizardState, { customer }: PastedScreen): Transition {
  const filled = customerFields
    .filter(({ key }) => customer.draft[key] !== undefined)
    .map(({ label }) => label);
  const history: HistoryLine[] = [
    { mark: 'done', text: `Filled in from the paste: ${filled.join(', ')}` },
    ...readingLines(customer),
  ];
  const next: WizardState = {
    ...state,
    draft: { ...state.draft, ...customer.draft },
    unfinished: {},
    unread: unreadFields(customer),
    furthest: stepsFilledIn(customer),
    history: [...state.history, ...history],
  };
  return goOnAsking(next);
}

function keepAsText(state: WizardState, { under, text }: PastedScreen): Transition {
  const editor = under.kind === 'field' ? editField(under.editor, { kind: 'paste', text }) : undefined;
  return staying({ ...state, screen: under.kind === 'field' && editor ? { ...under, editor } : under });
}

/** What a pasted customer would fill in, and what of it would not be taken over. */
export function pastedView(state: WizardState, screen: PastedScreen): View {
  const { draft, issues } = screen.customer;
  const known = customerFields.filter(({ key }) => draft[key] !== undefined);
  const overwritten = known.filter(({ key }) => state.draft[key] !== undefined).map(({ label }) => label);
  return {
    history: state.history,
    title: `Fill in ${known.length} ${known.length === 1 ? 'field' : 'fields'} from this paste?`,
    account: state.account,
    body: [
      { text: `Fill in: ${known.map(({ label }) => label).join(', ')}`, tone: 'plain' },
      {
        text: screen.under.kind === 'field' ? 'Paste it as text' : 'Ignore it',
        tone: 'plain',
      },
    ],
    selected: screen.selected,
    notes: [...overwrites(overwritten), ...leftOut(issues.map(({ path }) => placeName(path)))],
    keys: keyHints(['submit', 'choose'], 'up', 'back'),
  };
}

function overwrites(labels: readonly string[]): ViewLine[] {
  return labels.length === 0
    ? []
    : [{ text: `Replaces what you entered: ${labels.join(', ')}.`, tone: 'advice' }];
}

function leftOut(places: readonly string[]): ViewLine[] {
  const named = [...new Set(places)].slice(0, 8).join('; ');
  return named === '' ? [] : [{ text: `Check: ${named}.`, tone: 'advice' }];
}
