import { customerFields } from '@helpcrunch-customer-kit/core';
import type { PastedScreen, WizardState } from '../wizard/wizard-state.ts';
import { placeName } from '../words/place-name.ts';
import { keyHints } from './key-hints.ts';
import type { View, ViewLine } from './view.ts';

/** What a pasted customer would fill in, and what of it would not be taken over. */
export function pastedView(state: WizardState, screen: PastedScreen): View {
  const { draft, issues } = screen.customer;
  const known = customerFields.filter(({ key }) => draft[key] !== undefined);
  const overwritten = known.filter(({ key }) => state.draft[key] !== undefined).map(({ label }) => label);
  return {
    history: state.history,
    title: `Looks like a customer with ${known.length} known ${known.length === 1 ? 'field' : 'fields'}`,
    account: state.account,
    body: [
      { text: `Fill them in: ${known.map(({ label }) => label).join(', ')}`, tone: 'plain' },
      {
        text: screen.under.kind === 'field' ? 'Keep it as the text of this field' : 'Leave it',
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
  return named === '' ? [] : [{ text: `To look at: ${named}.`, tone: 'advice' }];
}
