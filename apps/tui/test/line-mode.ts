import { expect } from 'vitest';
import { PtyProgram } from './pty-program.ts';

/** Line mode in a pseudo-terminal, and the person who answers it. */
export function startLines(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): PtyProgram {
  return new PtyProgram({
    arguments: [...args, '--accessible'],
    environment,
    // Nothing scrolls out of sight or wraps while a test looks for it.
    columns: 160,
    rows: 200,
  });
}

/** How much had been written when the last answer was given: an earlier prompt is not a new question. */
const answered = new WeakMap<PtyProgram, number>();

/** Waits until the program asks, after the last answer. */
export function prompted(program: PtyProgram, prompt: string): Promise<void> {
  return expect
    .poll(() => program.output.slice(answered.get(program) ?? 0), { interval: 5 })
    .toMatch(new RegExp(`${prompt} $`));
}

/** Waits for each prompt at the end of what was written, then answers it as a person does. */
export async function answer(
  program: PtyProgram,
  ...turns: readonly (readonly [prompt: string, answer: string])[]
) {
  for (const [prompt, text] of turns) {
    await prompted(program, prompt);
    answered.set(program, program.output.length);
    program.write(`${text}\r`);
  }
}
