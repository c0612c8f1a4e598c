import type { InputEvent } from './decode-input.ts';
import { editingKeys, type KeyAction, type KeyBinding, keyBindings } from './key-bindings.ts';

/** A change or a movement inside a line of text. */
export type LineEdit = keyof typeof editingKeys;

/**
 * What a person wants, however they say it: by a key of the drawn wizard, or by a line in line mode. The wizard's machine
 * knows nothing else.
 */
export type Intent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'paste'; readonly text: string }
  /** The whole text of the open field at once. */
  | { readonly kind: 'write'; readonly text: string }
  /** Takes the choice of that number, counted from 0. */
  | { readonly kind: 'choose'; readonly index: number }
  /** Opens a field from the review. */
  | { readonly kind: 'edit-field'; readonly step: number }
  /** Removes an item of a list: the one of that number, or the selected one. */
  | { readonly kind: 'remove-item'; readonly index?: number }
  | { readonly kind: 'edit'; readonly edit: LineEdit }
  | { readonly kind: SimpleIntent }
  /** A key without a meaning here: it does nothing but show that someone is typing. */
  | { readonly kind: 'unbound' };

export type SimpleIntent =
  | 'next'
  | 'back'
  | 'quit'
  | 'help'
  | 'suspend'
  | 'up'
  | 'down'
  | 'first'
  | 'last'
  | 'page-up'
  | 'page-down'
  | 'take-offer'
  | 'review'
  | 'next-type'
  | 'open-editor'
  | 'new-line';

/** Where a key is pressed: the same key means different things. In a `box`, text has several lines. */
export type Place = 'menu' | 'drafts' | 'line' | 'box' | 'item';

const everywhere = ['submit', 'back', 'quit', 'help', 'suspend'] as const;
const lineEdits = Object.keys(editingKeys) as LineEdit[];
const inText = [...everywhere, 'up', 'down', 'takeOffer', 'review', 'openEditor'] as const;
const moves = ['up', 'down', 'first', 'last', 'pageUp', 'pageDown'] as const;

/** What keys can do in each place; the first action that has the key wins. */
const actions: Readonly<Record<Place, readonly KeyAction[]>> = {
  menu: [...everywhere, ...moves, 'takeOffer'],
  line: [...inText, 'nextType', ...lineEdits],
  drafts: [...everywhere, ...moves, 'removeItem'],
  box: ['newLine', 'leaveBox', ...inText, ...lineEdits],
  item: [...everywhere, ...moves, 'removeItem', 'takeOffer', 'review', 'undo'],
};

const intents: Readonly<Partial<Record<KeyAction, Intent>>> = {
  submit: { kind: 'next' },
  back: { kind: 'back' },
  quit: { kind: 'quit' },
  help: { kind: 'help' },
  suspend: { kind: 'suspend' },
  up: { kind: 'up' },
  down: { kind: 'down' },
  first: { kind: 'first' },
  last: { kind: 'last' },
  pageUp: { kind: 'page-up' },
  pageDown: { kind: 'page-down' },
  takeOffer: { kind: 'take-offer' },
  review: { kind: 'review' },
  removeItem: { kind: 'remove-item' },
  nextType: { kind: 'next-type' },
  openEditor: { kind: 'open-editor' },
  newLine: { kind: 'new-line' },
  leaveBox: { kind: 'next' },
};

/** Letters that are keys where no text is typed. */
const menuLetters: Readonly<Partial<Record<string, Intent>>> = {
  '?': { kind: 'help' },
  k: { kind: 'up' },
  j: { kind: 'down' },
};

/** What a person means by something they did in that place. */
export function intentAt(place: Place, event: InputEvent): Intent {
  const letter =
    event.kind === 'text' && (place === 'menu' || place === 'drafts') ? menuLetters[event.text] : undefined;
  if (letter) return letter;
  if (event.kind !== 'key') return event;
  const { name } = event;
  const action = actions[place].find((each) => (keyBindings[each] as KeyBinding).keys.includes(name));
  if (action === undefined) return { kind: 'unbound' };
  return intents[action] ?? { kind: 'edit', edit: action as LineEdit };
}

/** What an intent does in a list of choices. */
export type MenuStep =
  | { readonly kind: 'select'; readonly selected: number }
  | { readonly kind: 'choose'; readonly index: number }
  | { readonly kind: 'back' };

/** Moves through a list of choices, stopping at both ends, or takes one; `undefined` for an intent that does neither. */
export function menuStep(selected: number, count: number, intent: Intent): MenuStep | undefined {
  switch (intent.kind) {
    case 'up':
      return { kind: 'select', selected: Math.max(0, selected - 1) };
    case 'down':
      return { kind: 'select', selected: Math.min(count - 1, selected + 1) };
    case 'first':
    case 'page-up':
      return { kind: 'select', selected: 0 };
    case 'last':
    case 'page-down':
      return { kind: 'select', selected: count - 1 };
    case 'next':
      return { kind: 'choose', index: selected };
    case 'choose':
      return intent.index >= 0 && intent.index < count ? { kind: 'choose', index: intent.index } : undefined;
    case 'back':
      return { kind: 'back' };
    default:
      return undefined;
  }
}
