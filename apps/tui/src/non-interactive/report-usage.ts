import { printableJson } from '@helpcrunch-customer-kit/core';
import { createRedactor } from '@helpcrunch-customer-kit/local';
import type { CommandReading } from '../command-line/commands.ts';
import type { CommandLineReading } from '../command-line/read-command-line.ts';
import { writeOut } from '../terminal/write-out.ts';
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

/** The same for a command; its object claims nothing about a customer. */
export async function reportCommandUsage(
  { command, problem, json }: Extract<CommandReading, { kind: 'problem' }>,
  { env, stdout, stderr }: Streams,
): Promise<number> {
  const { hide } = createRedactor(env);
  const usage = badUsage(problem, 'live');
  if (!json) return deliver(usage, { json, hide, stdout, stderr });
  const { customerExists: _, account: __, ...envelope } = usage.result;
  const written = await writeOut(stdout, `${printableJson({ ...envelope, command }, { hide })}\n`);
  return written.ok ? usage.exitCode : 74;
}
