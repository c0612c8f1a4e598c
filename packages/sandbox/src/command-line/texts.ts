import { type ScenarioName, scenarioHeader, scenarios } from '../index.ts';
import { defaultPort } from './read-arguments.ts';

/** `--help`. */
export function helpText(): string {
  return `A local HelpCrunch that follows the documentation. Nothing leaves this machine.

Usage: pnpm sandbox [--port N] [--scenario NAME]

  --port N          listen on this port of 127.0.0.1; 0 takes a free one (default ${defaultPort})
  --scenario NAME   play this for every request
  --help            show this

Scenarios, also for a single request by its ${scenarioHeader} header:
${scenarioTable()}
`;
}

/** What is printed once it listens. The long list goes first: where it is and what to try stay in sight. */
export function greeting(baseUrl: string, scenario: ScenarioName | undefined): string {
  return `Scenarios: --scenario NAME for all requests, or the header ${scenarioHeader}: NAME for one.
${scenarioTable()}

HelpCrunch sandbox at ${baseUrl}
Any key is right, everything is kept in memory, nothing leaves this machine. Ctrl+C stops it.
${scenario === undefined ? '' : `\nPlaying ${scenario} for every request.\n`}
Try it:
  ${curlLine(baseUrl)}
`;
}

/** Double quotes throughout: single ones mean nothing to the command prompt of Windows. */
function curlLine(baseUrl: string): string {
  const body = JSON.stringify({ name: 'Ada Lovelace', email: 'ada@example.com', userId: 'crm-1815' });
  return `curl ${baseUrl}/customers -H "Authorization: Bearer any-key" -d ${JSON.stringify(body)}`;
}

function scenarioTable(): string {
  const width = Math.max(...scenarios.map(({ name }) => name.length));
  return scenarios.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n');
}
