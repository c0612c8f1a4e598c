import { editLine, lineOf } from '../../input/edit-line.ts';
import { type Intent, menuStep } from '../../input/intent.ts';
import { keyHints } from '../../input/key-bindings.ts';
import { lineView } from '../../render/layout.ts';
import type { Size, View } from '../../render/view.ts';
import { asking, staying, type Transition, type WizardEvent } from '../wizard-event.ts';
import type { KeepKeyScreen, KeyScreen, WizardState } from '../wizard-state.ts';
import { askForKey, goOnWithAccount } from './account.ts';
import { elapsed, nextSecond } from './progress.ts';

/** The key is typed masked, handed over once, and forgotten here. */
export function onKeyIntent(state: WizardState, screen: KeyScreen, intent: Intent): Transition {
  if (intent.kind === 'back') {
    return staying({ ...state, account: undefined, screen: { kind: 'account', selected: 1 } });
  }
  // What is being checked is not edited, and not handed over twice.
  if (screen.isOpening && screen.message === undefined) return staying(state);
  if (intent.kind === 'next') {
    const pastedKey = screen.line.text;
    return asking(
      { ...state, screen: { kind: 'key', line: lineOf(''), isOpening: true, since: state.now } },
      { kind: 'open-live', pastedKey },
      nextSecond,
    );
  }
  const line = editLine(screen.line, intent, { lines: false });
  // No history of edits: an undo must not bring a key back.
  return line
    ? staying({ ...state, screen: { kind: 'key', line: { ...line, past: [], future: [], cut: '' } } })
    : staying(state);
}

/** The keychain has answered. What was chosen meanwhile stays; a key that was found is not asked for. */
export function onKeyLookedUp(
  state: WizardState,
  { isFound, note }: Extract<WizardEvent, { kind: 'key-searched' }>,
): Transition {
  const { screen } = state;
  const live = { ...state.live, isKeychainKnown: true };
  const isAwaited = state.account === 'live' && screen.kind === 'account' && screen.isOpening === true;
  if (!isFound) {
    const missing = { ...state, live: { ...live, note } };
    return staying(isAwaited ? askForKey(missing) : missing);
  }
  const found: WizardState = { ...state, live: { ...live, hasKey: true, source: 'keychain' } };
  const isAskedFor = screen.kind === 'key' && screen.line.text === '' && !screen.isOpening;
  return isAwaited || isAskedFor
    ? asking(found, { kind: 'open-live', pastedKey: undefined })
    : staying(found);
}

export function keyView(state: WizardState, screen: KeyScreen, size: Size): View {
  return {
    history: state.history,
    title: `API key for ${state.live.host ?? 'HelpCrunch'}`,
    account: 'live',
    body: [],
    input: lineView(screen.line, {
      placeholder: screen.isOpening ? '' : 'paste it here, it is not shown',
      masked: true,
      size,
    }),
    notes: screen.isOpening
      ? [{ text: `Checking the key…${elapsed(screen.since, state.now)}`, tone: 'quiet' }]
      : [
          screen.message === undefined
            ? { text: 'HelpCrunch: Settings → Developers → Public API.', tone: 'quiet' }
            : { text: screen.message, tone: 'error' },
          ...(state.live.note === undefined ? [] : [{ text: state.live.note, tone: 'quiet' } as const]),
        ],
    keys: screen.isOpening ? keyHints('back', 'quit') : keyHints('submit', 'back', 'quit'),
  };
}

/** A key that can be used was pasted: is it to be there the next time, too? Keeping is never the first choice. */
export function offerToKeep(state: WizardState): Transition {
  return staying(
    state.screen.kind === 'key' && state.screen.isOpening
      ? { ...state, screen: { kind: 'keep-key', selected: 0 } }
      : state,
  );
}

export function onKeepKeyIntent(state: WizardState, screen: KeepKeyScreen, intent: Intent): Transition {
  const step = menuStep(screen.selected, 2, intent);
  switch (step?.kind) {
    case 'select':
      return staying({ ...state, screen: { ...screen, selected: step.selected } });
    case 'back':
      return goOnWithAccount(state);
    case 'choose': {
      const next = goOnWithAccount(state);
      return step.index === 1 ? asking(next.state, ...next.effects, { kind: 'keep-key' }) : next;
    }
    default:
      return staying(state);
  }
}

export function keepKeyView(state: WizardState, { selected }: KeepKeyScreen): View {
  return {
    history: state.history,
    title: 'Save the key for next time?',
    account: 'live',
    body: [
      { text: 'No, use it once', tone: 'plain' },
      { text: `Yes, in the system keychain, for ${state.live.host}`, tone: 'plain' },
    ],
    selected,
    notes: [{ text: 'The logout command removes it.', tone: 'quiet' }],
    keys: keyHints(['submit', 'choose'], 'up', 'quit'),
  };
}
