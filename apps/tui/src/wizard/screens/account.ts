import type { AccountKind } from '@helpcrunch-customer-kit/core';
import stringWidth from 'string-width';
import { lineOf } from '../../input/edit-line.ts';
import { type Intent, menuStep } from '../../input/intent.ts';
import { keyHints } from '../../input/key-bindings.ts';
import {
  frameWidth,
  gutterWidth,
  pointerWidth,
  type Size,
  type View,
  type ViewLine,
} from '../../render/view.ts';
import { asking, staying, type Transition } from '../wizard-event.ts';
import type { AccountScreen, Screen, WizardState } from '../wizard-state.ts';
import { enteredDraft } from './field/state.ts';
import { goOnAsking } from './field/update.ts';

const accountChoices: readonly AccountKind[] = ['sandbox', 'live'];

/** The screens before an account is open. */
const openingScreens: ReadonlySet<Screen['kind']> = new Set(['account', 'key', 'keep-key']);

/** True before an account is open. */
export function isOpening({ kind }: Screen): boolean {
  return openingScreens.has(kind);
}

/** True while an account that was chosen is being opened: someone who went back has not chosen any. */
function isAwaited(screen: Screen): boolean {
  return screen.kind === 'keep-key' || ('isOpening' in screen && screen.isOpening === true);
}

/** At the choice of the account: on from there at once, where the command line has made it. */
export function onAccountAsked(state: WizardState): Transition {
  return state.screen.kind === 'account' && state.given ? choose(state, state.given) : staying(state);
}

export function onAccountIntent(state: WizardState, screen: AccountScreen, intent: Intent): Transition {
  const step = menuStep(screen.selected, accountChoices.length, intent);
  switch (step?.kind) {
    case 'select':
      return staying({ ...state, screen: { ...screen, selected: step.selected, isAtStart: false } });
    case 'choose':
      return choose(state, accountChoices[step.index] ?? 'sandbox');
    case 'back':
      return staying({ ...state, screen: { ...screen, isAtStart: true } });
    default:
      return staying(state);
  }
}

function choose(state: WizardState, account: AccountKind): Transition {
  const selected = accountChoices.indexOf(account);
  const opening = { ...state, account, screen: { kind: 'account', selected, isOpening: true } as const };
  if (account === 'sandbox') return asking(opening, { kind: 'open-sandbox' });
  if (state.live.hasKey) return asking(opening, { kind: 'open-live', pastedKey: undefined });
  // Someone who chooses it once more does not wait for the keychain.
  const isAsked = state.live.isKeychainKnown || (state.account === 'live' && isAwaited(state.screen));
  return isAsked ? staying(askForKey(state)) : asking(opening, { kind: 'find-key' });
}

/** Asks for the key of the live account. */
export function askForKey(state: WizardState): WizardState {
  const { message } = state.live;
  return {
    ...state,
    account: 'live',
    screen: { kind: 'key', line: lineOf(''), ...(message === undefined ? {} : { message }) },
  };
}

/** The account can be used: on to the first field that was not asked for yet or is wrong, or else to the review. */
export function goOnWithAccount(state: WizardState): Transition {
  // Enter pressed twice opens it twice; the second time must not lead back.
  if (!isAwaited(state.screen)) return staying(state);
  const text = state.account === 'live' ? `HelpCrunch at ${state.live.host}` : sandboxName(state);
  const chosen: WizardState = {
    ...state,
    meant: meantFor(state),
    // A key that was typed is asked for once.
    live: state.screen.kind === 'account' ? state.live : { ...state.live, hasKey: true, source: 'typed' },
    // What one account had says nothing about another.
    duplicateCheck: undefined,
    refusals: [],
    history: [...state.history, { mark: 'plain', label: 'Account', text, isEcho: true }],
  };
  return goOnAsking(chosen);
}

/** A sandbox with an address keeps its customers when this program ends, so it is named. */
function sandboxName({ sandboxUrl }: WizardState): string {
  return sandboxUrl === undefined
    ? 'Sandbox (local)'
    : `Sandbox at ${URL.parse(sandboxUrl)?.host ?? sandboxUrl}`;
}

/** Trying a customer in the sandbox does not change that it is meant for a live account. */
function meantFor(state: WizardState): AccountKind | undefined {
  const { account, meant } = state;
  if (account === 'live' || meant === undefined) return account;
  return Object.keys(enteredDraft(state)).length > 0 ? meant : account;
}

export function onAccountRefused(state: WizardState, message: string): Transition {
  const { screen } = state;
  if (!isAwaited(screen)) return staying(state);
  if (screen.kind === 'key')
    return staying({ ...state, screen: { kind: 'key', line: screen.line, message } });
  if (screen.kind !== 'account') return staying(state);
  return staying({ ...state, screen: { kind: 'account', selected: 1, message } });
}

export function accountView(state: WizardState, screen: AccountScreen, size: Size): View {
  const choices = describeChoices(state);
  const texts = choices.map(({ label, about }) => `${label}: ${about}`);
  const room = frameWidth(size) - gutterWidth - pointerWidth;
  // Where they do not fit beside each other, what a choice means follows below while it is selected.
  const isNarrow = texts.some((text) => stringWidth(text) > room);
  const about = choices[screen.selected]?.about;
  return {
    history: state.history,
    title: 'Where does the customer go?',
    account: undefined,
    body: (isNarrow ? choices.map(({ label }) => label) : texts).map((text) => ({ text, tone: 'plain' })),
    selected: screen.selected,
    notes: [
      ...(isNarrow && about !== undefined
        ? [{ text: `${about.slice(0, 1).toUpperCase()}${about.slice(1)}.`, tone: 'quiet' } as const]
        : []),
      ...accountNotes(state, screen),
    ],
    keys: keyHints(['submit', 'choose'], 'up', 'quit'),
  };
}

const keySources = {
  environment: 'from HELPCRUNCH_API_KEY',
  keychain: 'from the system keychain',
  typed: 'that you typed',
} as const;

function describeChoices({
  live,
}: WizardState): readonly { readonly label: string; readonly about: string }[] {
  const source = keySources[live.source ?? 'environment'];
  return [
    { label: 'Sandbox', about: 'try it out, nothing leaves this machine' },
    {
      label: `HelpCrunch${live.host === undefined ? '' : ` at ${live.host}`}`,
      about: live.hasKey ? `with the key ${source}` : 'needs an API key',
    },
  ];
}

/** What Esc says where nothing is to go back to. */
export const noWayBack: ViewLine = {
  text: 'This is the start. Ctrl+C quits, and what you entered is kept.',
  tone: 'advice',
};

function accountNotes(
  { account, live }: WizardState,
  { message, isOpening, isAtStart }: AccountScreen,
): ViewLine[] {
  if (isAtStart) return [noWayBack];
  if (message !== undefined) return [{ text: message, tone: 'error' }];
  return isOpening && account === 'live' && !live.hasKey
    ? [{ text: 'Looking for a key in the system keychain…', tone: 'quiet' }]
    : [];
}
