import type { Outcome, Question } from '@helpcrunch-customer-kit/core';
import type { InputForm } from './read-input.ts';

export interface NextContext {
  /** The address of a running sandbox, or `true` for the one in this program. */
  readonly sandbox: string | boolean;
  /** What the user consented to already. */
  readonly yes: boolean;
  readonly again: readonly string[];
  /** The command of this run, with more flags. */
  readonly repeated: (flags: readonly string[]) => string;
  /** A command of this program. */
  readonly command: (words: readonly string[]) => string;
}

/** What to do next where the exact command is known; `undefined` where the outcome's own steps are enough. */
export function nextSteps(outcome: Outcome, context: NextContext): readonly string[] | undefined {
  if (outcome.outcome !== 'needs-confirmation') return undefined;
  const { reasons } = outcome.question;
  const { command, repeated, sandbox } = context;
  const reused = reasons.find(({ kind }) => kind === 'key-reused');
  if (reused?.kind === 'key-reused') {
    const shown = command(['history', 'show', reused.ledgerId]);
    return [
      'Use another idempotency key for this customer.',
      `To see what was sent under this one, run: ${shown}`,
    ];
  }
  if (reasons.some(({ kind }) => kind === 'in-flight')) {
    return [`Wait until it is done. To see what came of it, run: ${command(['history'])}`];
  }
  const checks = reasons.flatMap((reason) =>
    reason.kind === 'unresolved'
      ? checkWords(reason.ledgerId, sandbox).map((words) => `To look for it again, run: ${command(words)}`)
      : [],
  );
  return [...checks, `To send it, run: ${repeated(consentingFlags(outcome.question, context))}`];
}

/** The command that looks for the customer of an entry; none for a sandbox that ends with this program. */
export function checkWords(ledgerId: string, sandbox: string | boolean): readonly string[][] {
  if (sandbox === true) return [];
  return [['history', 'check', ledgerId, ...(sandbox === false ? [] : [`--sandbox=${sandbox}`])]];
}

/** What to do with a file that is not one customer in JSON; `undefined` where its issues say all. */
export function inputSteps(
  form: InputForm | undefined,
  from: string | undefined,
  command: NextContext['command'],
): readonly string[] | undefined {
  switch (form) {
    case 'csv':
    case 'jsonl':
    case 'list':
      return from === '-'
        ? [`Save it in a file. To import all of its customers, run: ${command(['import', 'FILE'])}`]
        : [`To import all of its customers, run: ${command(['import', from ?? 'FILE'])}`];
    case 'curl':
    case 'powershell':
      return [`Paste the command into the wizard. To open it, run: ${command([])}`, 'Or give only its body.'];
    case 'http':
    case 'javascript':
      return [
        `Paste it into the wizard. To open it, run: ${command([])}`,
        'Or give only the customer, as JSON.',
      ];
    case 'shell':
    case 'python':
    case 'php':
    case 'ruby':
    case 'html':
    case 'vcard':
    case 'yaml':
    case 'settings':
      return ['Give a file with a customer in JSON. Example: {"name": "Ada"}'];
    case 'fence':
    case undefined:
      return undefined;
    default: {
      const unreachable: never = form;
      return unreachable;
    }
  }
}

function consentingFlags({ reasons }: Question, { yes, again }: NextContext): string[] {
  const repeats = reasons.flatMap((reason) =>
    reason.kind === 'unresolved' || reason.kind === 'sent-before' ? [reason.ledgerId] : [],
  );
  return [
    ...(yes ? [] : ['--yes']),
    ...repeats.filter((id) => !again.includes(id)).flatMap((id) => ['--again', id]),
    ...(reasons.some(({ kind }) => kind === 'ledger-not-writable') ? ['--no-ledger'] : []),
  ];
}
