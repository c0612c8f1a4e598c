import {
  type CreateOptions,
  readCreateOptions,
  validateCreateOptions,
} from '../command-line/create-options.ts';
import { createFlags } from '../command-line/flags.ts';
import { chooseMode, type Mode } from '../command-line/program.ts';
import { openKeySource } from '../terminal/watch-terminal.ts';
import type { Command, RunContext } from './command.ts';

/** Creates a customer, with questions or without. Everything heavy is loaded on the way to where it is needed. */
export const create: Command = {
  flags: createFlags,
  // Its object has a schema of its own, in core.
  outcomes: [],
  properties: {},
  check: validateCreateOptions,
  async run(args, context) {
    const options = readCreateOptions(args);
    if (options.forget) return forgetDrafts(context);
    const { process, signal } = context;
    let opened: ReturnType<typeof openKeySource> | undefined;
    const keySource = () => {
      opened ??= openKeySource(process, options.from);
      return opened;
    };
    const isTerminal = () => keySource().isTTY === true && process.stderr.isTTY === true;
    const mode = chooseMode(options, { isTerminal, environment: process.env });
    const message = validateMode(options, mode) ?? (await validateSandbox(options));
    if (message !== undefined) {
      const { reportUsage } = await import('../non-interactive/report.ts');
      return reportUsage({ command: 'create', message, ...options }, process);
    }
    if (mode === 'no-questions') {
      const { runAndReport } = await import('../non-interactive/run.ts');
      return runAndReport(options, signal, process);
    }
    const keys = keySource();
    if (mode === 'wizard') {
      // A first sign of life, before the wizard is loaded. What is typed from here on is kept for it and not echoed; Node
      // restores the terminal, whatever happens. While a file is read, Ctrl+C has to end the wait for its writer, and it
      // does so only where the terminal is not raw.
      if (options.from === undefined) keys.setRawMode(true);
      process.stderr.write('HelpCrunch Customer Kit\n');
      await keepMemorySmall();
    }
    const { openWizard } = await import('../program/open-wizard.ts');
    return openWizard(options, signal, { process, keys, mode });
  },
};

/** A program that waits for keys gains nothing from V8's optimizing compilers; their threads and code take 7 MB. */
async function keepMemorySmall(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  for (const flag of ['--optimize-for-size', '--no-maglev', '--semi-space-growth-factor=1'])
    setFlagsFromString(flag);
}

/** What does not go with the mode that was chosen; `undefined` when everything does. */
function validateMode(options: CreateOptions, mode: Mode): string | undefined {
  const { idempotencyKey, verbose, answerTimeout, resume } = options;
  if (mode !== 'no-questions') {
    // A customer that is still being edited cannot be the one that a key stands for.
    const flag =
      idempotencyKey !== undefined
        ? '--idempotency-key'
        : verbose
          ? '--verbose'
          : answerTimeout !== undefined && '--timeout';
    if (flag) return `${flag} is for a run without questions. Add --yes and the customer.`;
  }
  // Ignoring --resume would send something else than was meant.
  if (mode === 'no-questions' && resume) {
    return '--resume opens the wizard: it needs a terminal, and neither --yes nor --dry-run.';
  }
  return undefined;
}

async function validateSandbox({ sandbox }: CreateOptions): Promise<string | undefined> {
  if (typeof sandbox !== 'string') return undefined;
  const { validateSandboxUrl } = await import('../account/sandbox-account.ts');
  return validateSandboxUrl(sandbox);
}

async function forgetDrafts(context: RunContext): Promise<number> {
  const { drafts } = await import('./drafts.ts');
  return drafts.run({ action: 'forget', operands: [], values: {} }, context);
}
