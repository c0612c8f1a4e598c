import { buildPayload, outcomeMessage } from '@helpcrunch-customer-kit/core';
import type { CommandLine } from '../command-line/read-command-line.ts';
import { readInput } from '../non-interactive/read-input.ts';
import { enteredDraft } from './entered-draft.ts';
import type { WizardState } from './wizard-state.ts';

/** Reads what is filled in already, runs the wizard on the terminal, and leaves nothing behind that was typed in vain. */
export async function openWizard(
  commandLine: CommandLine,
  signal: AbortSignal,
  process: NodeJS.Process,
): Promise<number> {
  const { stdin, stderr, env } = process;
  const input = await readInput({ from: commandLine.from, fields: commandLine.fields, stdin });
  if (!input.ok) {
    stderr.write(`${input.problem}\n`);
    return 2;
  }
  // Ink asks these before it is loaded, and looks at the wrong stream: the wizard is drawn on standard error.
  env['FORCE_COLOR'] ??= env['NO_COLOR'] || !stderr.hasColors() ? '0' : '1';
  const { runWizard } = await import('./run-wizard.tsx');
  const end = await runWizard(input.customer, { environment: env, input: stdin, output: stderr, signal });
  stderr.write(lastWords(end.state));
  return end.exitCode;
}

/** How it ended, unless that has been said already. */
function lastWords(state: WizardState): string {
  const { outcome, account = 'sandbox' } = state;
  if (outcome?.outcome === 'created') return '';
  const { sentence, next } = outcome
    ? outcomeMessage(outcome, account)
    : { sentence: 'Nothing was sent.', next: [] };
  return `${[sentence, ...next.map((step) => `→ ${step}`)].join('\n')}\n${unsentText(state)}`;
}

/** What was entered, in a form that `--from` takes. */
function unsentText(state: WizardState): string {
  const payload = buildPayload(enteredDraft(state));
  if (Object.keys(payload).length === 0) return '';
  return `What you entered, as --from takes it:\n${JSON.stringify(payload, null, 2)}\n`;
}
