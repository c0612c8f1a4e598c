import type { Question } from '../create/question.ts';

/**
 * Where a message is read: a variable in a terminal is a setting or a command in an editor. An agent reads it for its
 * user, and can do neither.
 */
export type Surface = 'terminal' | 'editor' | 'agent';

/** What differs between the surfaces: parts of messages, and whole ones. */
export interface SurfaceMessages {
  /** Follows "Check " and "and ". */
  readonly baseUrl: string;
  readonly setKey: string;
  readonly refusedKey: string;
  readonly certificate: string;
  /** How to confirm when no one could answer. */
  confirm(question: Question): readonly string[];
}

const place = 'Settings → Developers → Public API';
const copyAgain = `Copy the key again from ${place}`;
const ownAuthority = 'If your network has its own certificate authority';

export const surfaceMessages: Readonly<Record<Surface, SurfaceMessages>> = {
  terminal: {
    baseUrl: 'HELPCRUNCH_BASE_URL',
    setKey: `Set HELPCRUNCH_API_KEY to a key from ${place}, or try the sandbox (--sandbox).`,
    refusedKey: `${copyAgain}; the Legacy key does not work here.`,
    certificate: `${ownAuthority}, name its file in NODE_EXTRA_CA_CERTS.`,
    confirm: confirmInTerminal,
  },
  editor: {
    baseUrl: "the account's base URL",
    setKey: `Add an account with a key from ${place}, or switch to the sandbox.`,
    refusedKey: `${copyAgain}, then update it here; the Legacy key does not work.`,
    certificate: `${ownAuthority}, this system has to trust it; see the setting http.systemCertificates.`,
    confirm: () => ['Send it again and answer the question.'],
  },
  agent: {
    baseUrl: 'HELPCRUNCH_BASE_URL in the settings of this server',
    setKey: 'Ask the user to run helpcrunch-customer login in a terminal.',
    refusedKey: `Ask the user to copy the key again from ${place}, and to restart this server with it; the Legacy key does not work here.`,
    certificate: `${ownAuthority}, the user has to name its file in NODE_EXTRA_CA_CERTS.`,
    confirm: confirmForAgent,
  },
};

/** A new plan shows what is new; what an earlier create left open needs a check or a person. */
function confirmForAgent({ reasons }: Question): string[] {
  const open = reasons.flatMap((reason) => (reason.kind === 'unresolved' ? [reason.ledgerId] : []));
  if (open.length > 0) {
    return [
      ...open.map((id) => `Call check_customer with the ledger_id ${id}.`),
      'If it stays unknown, ask the user: only a person can decide to send it again, outside this server.',
    ];
  }
  const kinds = reasons.map(({ kind }) => kind);
  if (kinds.includes('sent-before')) return ['It exists already: there is nothing more to create.'];
  return kinds.includes('ledger-not-writable')
    ? ['Ask the user to make the folder of the ledger writable.']
    : ['Call plan_customers again: something changed since the plan was made.'];
}

function confirmInTerminal({ reasons }: Question): string[] {
  const earlier = reasons.flatMap((reason) =>
    reason.kind === 'sent-before' || reason.kind === 'unresolved' ? [reason.ledgerId] : [],
  );
  const isUnwritable = reasons.some(({ kind }) => kind === 'ledger-not-writable');
  if (earlier.length > 0) {
    return [
      'Run it in a terminal without --yes to be asked.',
      `Or add ${earlier.map((id) => `--again ${id}`).join(' ')} to send it again.`,
    ];
  }
  return [isUnwritable ? 'Add --no-ledger to send it without a record.' : 'Add --yes to send it.'];
}
