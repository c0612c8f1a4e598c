import { customerFields, type ReadCustomer, readCustomerText } from '@helpcrunch-customer-kit/core';
import { editField } from '../editors/edit-field.ts';
import type { InputEvent } from '../input/input-event.ts';
import { isKey } from '../input/is-key.ts';
import { readingLines, stepsFilledIn, unreadFields } from './filled-in.ts';
import { goOnAsking } from './go-on-asking.ts';
import { moveSelection } from './menu.ts';
import { staying, type Transition } from './transition.ts';
import type { HistoryLine, PastedScreen, WizardState } from './wizard-state.ts';

/** The customer in a paste that is a whole JSON object with a field that is known; `undefined` for any other. */
export function pastedCustomer(state: WizardState, event: InputEvent): ReadCustomer | undefined {
  const { kind } = state.screen;
  if (event.kind !== 'paste' || (kind !== 'field' && kind !== 'review')) return undefined;
  if (!event.text.trim().startsWith('{')) return undefined;
  const { draft, issues } = readCustomerText(event.text);
  return Object.keys(draft).length > 0 ? { draft, issues } : undefined;
}

export function openPasted(state: WizardState, customer: ReadCustomer, text: string): Transition {
  return staying({ ...state, screen: { kind: 'pasted', customer, text, selected: 0, under: state.screen } });
}

/** "Fill them in", or keep the paste as the text of the field it came into. */
export function onPastedInput(state: WizardState, screen: PastedScreen, event: InputEvent): Transition {
  const selected = moveSelection(screen.selected, 2, event);
  if (selected !== undefined) return staying({ ...state, screen: { ...screen, selected } });
  if (isKey(event, 'back')) return staying({ ...state, screen: screen.under });
  if (!isKey(event, 'submit')) return staying(state);
  return screen.selected === 0 ? fillIn(state, screen) : keepAsText(state, screen);
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
