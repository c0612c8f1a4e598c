import type { PseudoTerminal } from '@helpcrunch-customer-kit/testing/pseudo-terminal';

type Keyboard = Pick<PseudoTerminal, 'press' | 'pressApart'>;

/** Longer than the question waits for quiet, at 30 ms each. */
const repeats = 40;

/** How an Enter too many comes: what was meant first, and then what follows it. */
export const presses = {
  'twice in one write': async (keyboard, meant, again) => keyboard.press(meant, again),
  '30 ms apart': (keyboard, meant, again) => keyboard.pressApart([meant, again]),
  'held down': (keyboard, meant, again) =>
    keyboard.pressApart([meant, ...Array.from({ length: repeats }, () => again)]),
} as const satisfies Record<string, (keyboard: Keyboard, meant: string, again: string) => Promise<void>>;

export const pressNames = Object.keys(presses) as (keyof typeof presses)[];
