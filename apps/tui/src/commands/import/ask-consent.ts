import { createInterface } from 'node:readline/promises';
import type { AccountLabel } from '@helpcrunch-customer-kit/core';
import type { ImportPlan } from '@helpcrunch-customer-kit/import';
import type { CommandContext } from '../reporting-command.ts';
import { accountName, customers } from './import-lines.ts';

interface ConsentOptions {
  readonly account: AccountLabel;
  readonly context: CommandContext;
  readonly json: boolean;
}

/** Asks on the terminal. Without one, with `--json`, or under `CI`, no one can answer. */
export async function askConsent(
  plan: ImportPlan,
  summary: readonly string[],
  { account, context, json }: ConsentOptions,
): Promise<'yes' | 'needs-confirmation' | 'cancelled'> {
  const { stdin, stderr } = context.process;
  const isAsked = stdin.isTTY === true && stderr.isTTY === true && !json && !context.environment['CI'];
  if (!isAsked) return 'needs-confirmation';
  for (const line of summary) context.note(line);
  const prompt = createInterface({ input: stdin, output: stderr });
  try {
    const question = `\nCreate ${customers(plan.toCreate)} in ${accountName(account)}? Type yes to send: `;
    const answer = await prompt.question(question, { signal: context.signal });
    return answer.trim().toLowerCase() === 'yes' ? 'yes' : 'cancelled';
  } catch {
    return 'cancelled';
  } finally {
    prompt.close();
  }
}
