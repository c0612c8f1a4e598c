import type { AccountKind } from '@helpcrunch-customer-kit/core';
import type { InputEvent } from '../input/input-event.ts';
import { isKey } from '../input/is-key.ts';
import { lineOf } from '../input/line.ts';
import { goOnAsking } from './go-on-asking.ts';
import { moveSelection } from './menu.ts';
import { asking, staying, type Transition } from './transition.ts';
import type { Screen, WizardState } from './wizard-state.ts';

/** The accounts to choose from, in the order in which they stand. */
const accountChoices: readonly AccountKind[] = ['sandbox', 'live'];

/** Where somebody is before their account is open. */
const openingScreens: ReadonlySet<Screen['kind']> = new Set(['account', 'key', 'keep-key']);

type AccountScreen = Extract<Screen, { kind: 'account' }>;

/** At the choice of the account: on from there at once, where the command line has made it. */
export function onAccountAsked(state: WizardState): Transition {
  return state.screen.kind === 'account' && state.given ? choose(state, state.given) : staying(state);
}

export function onAccountInput(state: WizardState, screen: AccountScreen, event: InputEvent): Transition {
  const selected = moveSelection(screen.selected, accountChoices.length, event);
  if (selected !== undefined) return staying({ ...state, screen: { kind: 'account', selected } });
  if (isKey(event, 'back')) return asking(state, { kind: 'exit' });
  if (!isKey(event, 'submit')) return staying(state);
  return choose(state, accountChoices[screen.selected] ?? 'sandbox');
}

function choose(state: WizardState, account: AccountKind): Transition {
  if (account === 'sandbox') return asking({ ...state, account }, { kind: 'open-sandbox' });
  if (state.live.hasKey) return asking({ ...state, account }, { kind: 'open-live', pastedKey: undefined });
  const { problem } = state.live;
  const screen = { kind: 'key', line: lineOf(''), ...(problem === undefined ? {} : { problem }) } as const;
  return staying({ ...state, account, screen });
}

/** The account can be used: on to the first field that was not asked for yet or is wrong, or else to the review. */
export function goOnWithAccount(state: WizardState): Transition {
  // Enter pressed twice opens it twice; whoever is past it must not be taken back.
  if (!openingScreens.has(state.screen.kind)) return staying(state);
  const text =
    state.account === 'live' ? `HelpCrunch at ${state.live.host}` : 'Sandbox: nothing leaves this machine';
  const chosen: WizardState = {
    ...state,
    // What one account had says nothing about another.
    lookUp: undefined,
    refusals: [],
    history: [...state.history, { mark: 'done', text }],
  };
  return goOnAsking(chosen);
}

export function onAccountRefused(state: WizardState, problem: string): Transition {
  const { screen } = state;
  if (screen.kind === 'key')
    return staying({ ...state, screen: { kind: 'key', line: screen.line, problem } });
  if (screen.kind !== 'account') return staying(state);
  return staying({ ...state, screen: { kind: 'account', selected: 1, problem } });
}
