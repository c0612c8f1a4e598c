import { parseArgs } from 'node:util';
import { type DriverName, driverNames } from './faults/fault.ts';
import { faults } from './faults/fault-list.ts';

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'usage-error'; readonly message: string }
  | {
      readonly kind: 'run';
      readonly seed: number;
      readonly runs: number;
      readonly only: number | undefined;
      readonly fault: string | undefined;
      readonly driver: DriverName | undefined;
    }
  | {
      readonly kind: 'kill' | 'import';
      readonly seed: number;
      readonly runs: number;
      readonly only: number | undefined;
    };

const defaultRuns = 500;

/** @param argv the arguments after the program's name; package managers may leave a `--` in front */
export function readArguments(argv: readonly string[]): Command {
  const args = argv[0] === '--' ? argv.slice(1) : [...argv];
  try {
    const { values } = parseArgs({
      args,
      options: {
        runs: { type: 'string', default: String(defaultRuns) },
        seed: { type: 'string', default: '1' },
        only: { type: 'string' },
        kind: { type: 'string' },
        driver: { type: 'string' },
        kill: { type: 'boolean', default: false },
        import: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    const { kind, driver } = values;
    const numbers = { runs: values.runs, seed: values.seed, only: values.only ?? '0' };
    const [invalid] = Object.entries(numbers).filter(([, text]) => !/^\d{1,9}$/.test(text));
    if (invalid) return usageError(`--${invalid[0]} takes a number, not "${invalid[1]}".`);
    const fault = faults.find(({ name }) => name === kind);
    if (kind !== undefined && !fault) return usageError(`Unknown fault "${kind}".`);
    if (driver !== undefined && !isDriverName(driver)) return usageError(`Unknown driver "${driver}".`);
    if (driver !== undefined && fault && !fault.drivers.includes(driver))
      return usageError(`The fault "${kind}" does not apply to the driver ${driver}.`);
    const only = values.only === undefined ? undefined : Number(values.only);
    const common = { seed: Number(values.seed), runs: Number(values.runs), only };
    const other = values.kill ? 'kill' : values.import ? 'import' : undefined;
    if (!other) return { kind: 'run', ...common, fault: kind, driver };
    if (kind !== undefined || driver !== undefined)
      return usageError(`--${other} takes no --kind and no --driver.`);
    return { kind: other, ...common };
  } catch (error) {
    // parseArgs throws for usage errors; the first sentence of its message names the argument.
    const [message] = error instanceof Error ? error.message.split('. ') : [];
    return usageError(`${message ?? 'Unreadable arguments'}.`);
  }
}

function isDriverName(name: string): name is DriverName {
  return driverNames.some((known) => known === name);
}

function usageError(message: string): Command {
  return { kind: 'usage-error', message };
}

export function helpText(): string {
  const width = Math.max(...faults.map(({ name }) => name.length));
  return [
    'Throws faults at core, the extension, the program and the wizard, and validates what they claim.',
    '',
    `  pnpm faults --runs N --seed S   N runs (${defaultRuns}), all derived from the seed (1)`,
    '  pnpm faults --seed S --only N   run N of a seed again',
    '  pnpm faults --kind NAME         runs of one fault only',
    `  pnpm faults --driver NAME       runs of one driver only: ${driverNames.join(', ')}`,
    '  pnpm faults --kill              kills programs while they create, then runs them again',
    '  pnpm faults --import            kills imports of many rows, then continues them until they are done',
    '',
    'Exit codes: 0 nothing is wrong, 1 something is wrong, 2 wrong arguments, 130 stopped before the end.',
    '',
    'Faults',
    ...faults.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
  ].join('\n');
}
