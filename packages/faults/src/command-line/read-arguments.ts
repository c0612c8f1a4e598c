import { parseArgs } from 'node:util';
import { faults } from '../faults/fault-list.ts';

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string }
  | {
      readonly kind: 'run';
      readonly seed: number;
      readonly runs: number;
      readonly only: number | undefined;
      readonly fault: string | undefined;
    };

/** Takes a few seconds. */
const usualRuns = 500;

/** @param argv the words after the program's name; package managers may leave a `--` in front */
export function readArguments(argv: readonly string[]): Command {
  const args = argv[0] === '--' ? argv.slice(1) : [...argv];
  try {
    const { values } = parseArgs({
      args,
      options: {
        runs: { type: 'string', default: String(usualRuns) },
        seed: { type: 'string', default: '1' },
        only: { type: 'string' },
        kind: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    const { kind } = values;
    const numbers = { runs: values.runs, seed: values.seed, only: values.only ?? '0' };
    const [wrong] = Object.entries(numbers).filter(([, text]) => !/^\d{1,9}$/.test(text));
    if (wrong) return { kind: 'wrong', sentence: `--${wrong[0]} takes a number, not "${wrong[1]}".` };
    if (kind !== undefined && !faults.some(({ name }) => name === kind))
      return {
        kind: 'wrong',
        sentence: `There is no kind of fault called "${kind}"; --help lists them all.`,
      };
    const only = values.only === undefined ? undefined : Number(values.only);
    return { kind: 'run', seed: Number(values.seed), runs: Number(values.runs), only, fault: kind };
  } catch (error) {
    // parseArgs throws for people's mistakes; the first sentence of its message names the mistake.
    const [sentence] = error instanceof Error ? error.message.split('. ') : [];
    return { kind: 'wrong', sentence: `${sentence ?? 'These arguments cannot be read'}.` };
  }
}
