import { customerFields, placeName, readCustomerText, readPaste } from '@helpcrunch-customer-kit/core';
import { editField } from '../../editors/edit-field.ts';
import { type Intent, menuStep } from '../../input/intent.ts';
import { keyHints } from '../../input/key-bindings.ts';
import type { View, ViewLine } from '../../render/view.ts';
import { readingLines, stepsFilledIn, unfinishedEditors, unreadFields } from '../initial-state.ts';
import { staying, type Transition } from '../wizard-event.ts';
import type { HistoryLine, PastedScreen, WizardState } from '../wizard-state.ts';
import { goOnAsking, onFieldIntent } from './field/update.ts';

/**
 * The screen that offers to fill in a customer: from a paste with a JSON object that has a known field, with a command that sends
 * one, or with a response; or, at Enter, from JSON on a line of text, where it arrives from a terminal without bracketed paste.
 * `undefined` for any other text.
 */
export function pastedScreen({ screen }: WizardState, intent: Intent): PastedScreen | undefined {
  if (screen.kind !== 'field' && screen.kind !== 'review') return undefined;
  const isOnLine = intent.kind === 'next' && screen.kind === 'field' && screen.editor.kind === 'line';
  const text = isOnLine ? screen.editor.line.text : intent.kind === 'paste' ? intent.text : '';
  const isObject = /^\s*\{/.test(text);
  const found = isOnLine || text === '' ? undefined : readPaste(text);
  if (found ? found.customers.length > 1 : !isObject) return undefined;
  const { json: _text, ...customer } = readCustomerText(found?.customers[0] ?? text);
  if (Object.keys(customer.draft).length === 0) return undefined;
  const isResponse = found?.kind === 'response';
  return { kind: 'pasted', customer, text, isOnLine, isResponse, selected: 0, under: screen };
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
    unfinished: unfinishedEditors(customer),
    unread: unreadFields(customer),
    furthest: stepsFilledIn(customer),
    history: [...state.history, ...history],
  };
  return goOnAsking(next);
}

function keepAsText(state: WizardState, { under, text, isOnLine }: PastedScreen): Transition {
  if (isOnLine && under.kind === 'field')
    return onFieldIntent({ ...state, screen: under }, under, { kind: 'next' });
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
    title: `Fill in ${known.length} ${known.length === 1 ? 'field' : 'fields'} from this ${screen.isOnLine ? 'JSON' : 'paste'}?`,
    account: state.account,
    body: [
      { text: `Fill in: ${known.map(({ label }) => label).join(', ')}`, tone: 'plain' },
      {
        text: screen.isOnLine
          ? 'Keep it as text'
          : screen.under.kind === 'field'
            ? 'Paste it as text'
            : 'Ignore it',
        tone: 'plain',
      },
    ],
    selected: screen.selected,
    notes: [
      ...(screen.isResponse ? [ofResponse] : []),
      ...overwrites(overwritten),
      ...leftOut(issues.map(({ path }) => placeName(path))),
    ],
    keys: keyHints(['submit', 'choose'], 'up', 'back'),
  };
}

const ofResponse: ViewLine = {
  text: 'What HelpCrunch sets itself, such as the ID, is left out.',
  tone: 'quiet',
};

function overwrites(labels: readonly string[]): ViewLine[] {
  return labels.length === 0
    ? []
    : [{ text: `Replaces what you entered: ${labels.join(', ')}.`, tone: 'advice' }];
}

function leftOut(places: readonly string[]): ViewLine[] {
  const named = [...new Set(places)].slice(0, 8).join('; ');
  return named === '' ? [] : [{ text: `Check: ${named}.`, tone: 'advice' }];
}
