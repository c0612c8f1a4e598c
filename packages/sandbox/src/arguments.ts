import { parseArgs } from 'node:util';
import { isScenarioName, type ScenarioName, scenarioHeader, scenarios } from './index.ts';

export type Command =
  | {
      readonly kind: 'run';
      readonly port: number;
      readonly scenario: ScenarioName | undefined;
      /** The path of the store. */
      readonly store?: string | undefined;
      readonly speed?: number | undefined;
      /** The seed of the faults. */
      readonly faults?: number | undefined;
      /** The address that receives webhooks. */
      readonly webhook?: string | undefined;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'usage-error'; readonly message: string };

/** Fixed, so that an address written down yesterday still works. */
const defaultPort = 4010;

/** @param argv the arguments after the program's name; package managers may leave a `--` in front */
export function readArguments(argv: readonly string[]): Command {
  const args = argv[0] === '--' ? argv.slice(1) : [...argv];
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: String(defaultPort) },
        scenario: { type: 'string' },
        store: { type: 'string' },
        speed: { type: 'string' },
        faults: { type: 'string' },
        webhook: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values.help ? { kind: 'help' } : readValues(values);
  } catch (error) {
    // parseArgs throws for usage errors; the first sentence of its message names the error.
    const [sentence] = error instanceof Error ? error.message.split('. ') : [];
    return { kind: 'usage-error', message: `${sentence ?? 'Cannot read these arguments'}.` };
  }
}

interface Values {
  readonly port: string;
  readonly scenario?: string | undefined;
  readonly store?: string | undefined;
  readonly speed?: string | undefined;
  readonly faults?: string | undefined;
  readonly webhook?: string | undefined;
}

function readValues({ port, scenario, store, speed, faults, webhook }: Values): Command {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return usageError(`--port takes a number from 0 to 65535, not "${port}".`);
  }
  if (scenario !== undefined && !isScenarioName(scenario)) {
    return usageError(`Unknown scenario: "${scenario}". Run --help to see all scenarios.`);
  }
  if (speed !== undefined && !/^[1-9]\d{0,3}$/.test(speed)) {
    return usageError(`--speed takes a number from 1 to 9999, not "${speed}".`);
  }
  if (faults !== undefined && !/^\d{1,9}$/.test(faults)) {
    return usageError(`--faults takes a number as its seed, not "${faults}".`);
  }
  if (webhook !== undefined && !/^https?:$/.test(URL.parse(webhook)?.protocol ?? '')) {
    return usageError(`--webhook takes an http or https address, not "${webhook}".`);
  }
  return {
    kind: 'run',
    port: Number(port),
    scenario,
    store,
    speed: speed === undefined ? undefined : Number(speed),
    faults: faults === undefined ? undefined : Number(faults),
    webhook,
  };
}

function usageError(message: string): Command {
  return { kind: 'usage-error', message };
}

/** `--help`. */
export function helpText(): string {
  return `A local HelpCrunch that follows the documentation. Nothing leaves this machine, except to a webhook address.

Usage: pnpm sandbox [--port N] [--scenario NAME] [--store FILE] [--speed N] [--faults SEED] [--webhook URL]

  --port N          listen on this port of 127.0.0.1; 0 takes a free one (default ${defaultPort})
  --scenario NAME   play this scenario for every request
  --store FILE      keep the customers in this file (JSON Lines)
  --speed N         run the sandbox's time N times as fast: rate limit and waits
  --faults SEED     lose, delay and refuse some requests; the same seed repeats the same faults
  --webhook URL     send a customer.new event there for every new customer
  --help            show this

Scenarios, for a single request too with its ${scenarioHeader} header:
${scenarioTable()}
`;
}

/** Printed once it listens. The long list comes first, so that the address and the example stay visible. */
export function greeting(baseUrl: string, scenario: ScenarioName | undefined): string {
  return `Scenarios: --scenario NAME for all requests, or the header ${scenarioHeader}: NAME for one.
${scenarioTable()}

HelpCrunch sandbox at ${baseUrl}
It accepts any key and keeps everything on this machine. Press Ctrl+C to stop it.
${scenario === undefined ? '' : `\nPlaying ${scenario} for every request.\n`}
Try it:
  ${curlExample(baseUrl)}
`;
}

/** In double quotes only: the Windows command prompt does not know single quotes. */
function curlExample(baseUrl: string): string {
  const body = JSON.stringify({ name: 'Ada Lovelace', email: 'ada@example.com', userId: 'crm-1815' });
  return `curl ${baseUrl}/customers -H "Authorization: Bearer any-key" -d ${JSON.stringify(body)}`;
}

/** Under the heading of each group. */
function scenarioTable(): string {
  const width = Math.max(...scenarios.map(({ name }) => name.length));
  return [...Map.groupBy(scenarios, ({ group }) => group)]
    .map(([group, members]) => {
      const rows = members.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
      return [`${group}:`, ...rows].join('\n');
    })
    .join('\n');
}
