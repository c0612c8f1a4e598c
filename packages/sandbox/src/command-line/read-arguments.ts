import { parseArgs } from 'node:util';
import { isScenarioName, type ScenarioName } from '../index.ts';

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'run'; readonly port: number; readonly scenario: ScenarioName | undefined }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

/** Fixed, so that an address written down yesterday still works. */
export const defaultPort = 4010;

/** @param argv the words after the program's name; package managers may leave a `--` in front */
export function readArguments(argv: readonly string[]): Command {
  const args = argv[0] === '--' ? argv.slice(1) : [...argv];
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: String(defaultPort) },
        scenario: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values.help ? { kind: 'help' } : readValues(values.port, values.scenario);
  } catch (error) {
    // parseArgs throws for people's mistakes; the first sentence of its message names the mistake.
    const [sentence] = error instanceof Error ? error.message.split('. ') : [];
    return { kind: 'wrong', sentence: `${sentence ?? 'These arguments cannot be read'}.` };
  }
}

function readValues(port: string, scenario: string | undefined): Command {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return { kind: 'wrong', sentence: `--port takes a number from 0 to 65535, not "${port}".` };
  }
  if (scenario !== undefined && !isScenarioName(scenario)) {
    return { kind: 'wrong', sentence: `There is no scenario called "${scenario}"; --help lists them all.` };
  }
  return { kind: 'run', port: Number(port), scenario };
}
