import { parseArgs } from 'node:util';
import { isScenarioName, type ScenarioName, scenarioHeader, scenarios } from './index.ts';

export type Command =
  | { readonly kind: 'run'; readonly port: number; readonly scenario: ScenarioName | undefined }
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
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values.help ? { kind: 'help' } : readValues(values.port, values.scenario);
  } catch (error) {
    // parseArgs throws for usage errors; the first sentence of its message names the error.
    const [sentence] = error instanceof Error ? error.message.split('. ') : [];
    return { kind: 'usage-error', message: `${sentence ?? 'Cannot read these arguments'}.` };
  }
}

function readValues(port: string, scenario: string | undefined): Command {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return { kind: 'usage-error', message: `--port takes a number from 0 to 65535, not "${port}".` };
  }
  if (scenario !== undefined && !isScenarioName(scenario)) {
    return {
      kind: 'usage-error',
      message: `Unknown scenario: "${scenario}". Run --help to see all scenarios.`,
    };
  }
  return { kind: 'run', port: Number(port), scenario };
}

/** `--help`. */
export function helpText(): string {
  return `A local HelpCrunch that follows the documentation. Nothing leaves this machine.

Usage: pnpm sandbox [--port N] [--scenario NAME]

  --port N          listen on this port of 127.0.0.1; 0 takes a free one (default ${defaultPort})
  --scenario NAME   play this scenario for every request
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
It accepts any key, keeps everything in memory and sends nothing anywhere. Press Ctrl+C to stop it.
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
