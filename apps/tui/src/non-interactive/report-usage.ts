import { createRedactor } from '@helpcrunch-customer-kit/local';
import type { CommandLineReading } from '../command-line/read-command-line.ts';
import { deliver } from './deliver.ts';
import { badUsage } from './finish.ts';

interface Streams {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

/** Says what is wrong with the command line, in the form that it asked for. */
export function reportUsage(
  { problem, json, sandbox }: Extract<CommandLineReading, { ok: false }>,
  { env, stdout, stderr }: Streams,
): Promise<number> {
  // Somebody may have written the key where no key belongs.
  const { hide } = createRedactor(env);
  return deliver(badUsage(problem, sandbox ? 'sandbox' : 'live'), { json, hide, stdout, stderr });
}
