import { expect, test } from 'vitest';
import { initialState } from '../../initial-state.ts';
import { steps } from '../../steps.ts';
import { reduceWizard } from '../../wizard-reducer.ts';
import { openStep } from '../field/state.ts';

const live = { host: 'api.helpcrunch.com', hasKey: true, problem: undefined, source: 'environment' } as const;

const enter = { kind: 'next' } as const;

function atLastField(account: 'sandbox' | 'live') {
  const customer = { draft: { name: 'Ada' }, issues: [] };
  const state = initialState({ live, customer, given: undefined, now: 0 });
  return openStep({ ...state, account }, steps.length - 1, 'next');
}

test('one Enter too many while skipping creates nothing in a live account', () => {
  const review = reduceWizard(atLastField('live'), enter).state;
  expect(review.screen).toMatchObject({ kind: 'review', selected: 0 });
  const asked = reduceWizard({ ...review, now: 500 }, enter);
  expect(asked).toMatchObject({ state: { screen: { confirming: true } }, effects: [] });
  // A key that is held down comes again and again.
  expect(reduceWizard({ ...asked.state, now: 1000 }, enter).effects).toEqual([]);
});

test('whoever has looked at the review creates the customer with one Enter', () => {
  const review = reduceWizard(atLastField('live'), enter).state;
  expect(reduceWizard({ ...review, now: 5000 }, enter).effects).toEqual([{ kind: 'send' }]);
});

test('in the sandbox the customer is one Enter away', () => {
  const review = reduceWizard(atLastField('sandbox'), { kind: 'next' }).state;
  expect(review.screen).toMatchObject({ kind: 'review', selected: 0 });
});
