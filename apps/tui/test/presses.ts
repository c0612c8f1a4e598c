import { setTimeout } from 'node:timers/promises';

/** How an Enter too many comes: what was meant first, and then what follows it. */
export const presses = {
  'twice in one write': async (write, meant, again) => write(meant + again),
  '30 ms apart': async (write, meant, again) => {
    write(meant);
    await setTimeout(30);
    write(again);
  },
  'held down': async (write, meant, again) => {
    write(meant);
    // Longer than the question waits for quiet.
    for (let repeat = 0; repeat < 40; repeat += 1) {
      await setTimeout(30);
      write(again);
    }
  },
} as const satisfies Record<
  string,
  (write: (text: string) => void, meant: string, again: string) => Promise<void>
>;

export const pressNames = Object.keys(presses) as (keyof typeof presses)[];
