import type { Intent } from '../input/intent.ts';

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
      return { kind: 'select', selected: 0 };
    case 'last':
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
