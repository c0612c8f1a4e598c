import { createInterface } from 'node:readline/promises';
import type { CommandContext } from '../reporting-command.ts';

/** Asks the user in lines, so that screen readers and narrow terminals get the same questions. */
export interface Prompts {
  /** A line of text; `undefined` when the user stopped. */
  ask(question: string): Promise<string | undefined>;
  /** The key of one of several choices; asks again until it is one. */
  choose<Key extends string>(
    question: string,
    choices: Readonly<Record<Key, string>>,
  ): Promise<Key | undefined>;
  print(lines: readonly string[]): void;
}

/** `undefined` where no one can answer: without a terminal, with `--json`, or under `CI`. */
export function terminalPrompts(
  { process, environment, signal, note }: CommandContext,
  { json }: { readonly json: boolean },
): Prompts | undefined {
  const { stdin, stderr } = process;
  if (stdin.isTTY !== true || stderr.isTTY !== true || json || environment['CI']) return undefined;
  const ask = async (question: string) => {
    const line = createInterface({ input: stdin, output: stderr });
    try {
      return (await line.question(question, { signal })).trim();
    } catch {
      // What follows begins on a line of its own.
      note('');
      return undefined;
    } finally {
      line.close();
    }
  };
  const print = (lines: readonly string[]) => {
    for (const line of lines) note(line);
  };
  return {
    ask,
    print,
    async choose<Key extends string>(question: string, choices: Readonly<Record<Key, string>>) {
      const keys = Object.keys(choices) as Key[];
      print(['', question, ...keys.map((key) => `  ${key}  ${choices[key]}`)]);
      for (;;) {
        const answer = await ask(`Your choice (${keys.join(', ')}): `);
        if (answer === undefined) return undefined;
        const key = keys.find((each) => each.toLowerCase() === answer.toLowerCase());
        if (key !== undefined) return key;
        print([`"${answer}" is not one of ${keys.join(', ')}.`]);
      }
    },
  };
}
