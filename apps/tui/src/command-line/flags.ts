import { type CustomerFieldRow, customerFields } from '@helpcrunch-customer-kit/core/fields';

/** One flag of a command, as help shows it. */
export interface Flag {
  readonly name: string;
  /** `optional` stands alone or with `=VALUE`. */
  readonly kind: 'switch' | 'text' | 'list' | 'optional';
  readonly short?: string;
  /** What stands for the value in help. */
  readonly value?: string;
  readonly help: string;
  /** The heading of help that it stands under. */
  readonly group: string;
  /** What is wrong with its value; `undefined` when nothing is. */
  readonly check?: (value: string) => string | undefined;
  /** What shells offer for its value: files, or nothing. */
  readonly completes?: 'files';
}

/** The headings of help. */
const groups = {
  customer: 'The customer',
  sending: 'How it is sent',
  asking: 'Questions and answers',
  more: 'More',
} as const;

/** Flags that several commands have. */
export const sharedFlags = {
  json: {
    name: 'json',
    kind: 'switch',
    group: groups.asking,
    help: 'Print one JSON object to standard output, and never ask.',
  },
  timeout: {
    name: 'timeout',
    kind: 'text',
    group: groups.sending,
    value: 'SECONDS',
    help: 'How long one answer from HelpCrunch may take. Default: 30.',
    check: validateTimeout,
  },
  verbose: {
    name: 'verbose',
    kind: 'switch',
    group: groups.asking,
    help: 'Print every request and its status to standard error, without the key.',
  },
  takeOver: {
    name: 'take-over',
    kind: 'switch',
    group: groups.sending,
    help: 'Use a ledger whose lock, salt, or lines another machine left behind.',
  },
  help: { name: 'help', kind: 'switch', group: groups.more, short: 'h', help: 'Show this help.' },
} as const satisfies Readonly<Record<string, Flag>>;

/** Of the commands that ask. */
export const accessibleFlag = {
  name: 'accessible',
  kind: 'switch',
  group: groups.asking,
  help: 'Ask line by line, for screen readers. Nothing is redrawn.',
} as const satisfies Flag;

const maxTimeoutSeconds = 3600;

function validateTimeout(value: string): string | undefined {
  const seconds = Number(value);
  return seconds > 0 && seconds <= maxTimeoutSeconds
    ? undefined
    : `--timeout takes seconds from 1 to ${maxTimeoutSeconds}, not "${value}". Example: --timeout 10`;
}

/** Where customers are sent when no key is needed; an import has it, too. */
export const sandboxFlag = {
  name: 'sandbox',
  kind: 'optional',
  group: groups.sending,
  value: 'URL',
  help: 'Send to the sandbox in this program, or with =URL to a running one on this machine.',
} as const satisfies Flag;

const runFlags = [
  {
    name: 'from',
    kind: 'text',
    group: groups.customer,
    value: 'FILE|-',
    help: 'A JSON file with the customer, or - for standard input.',
    completes: 'files',
  },
  sandboxFlag,
  {
    name: 'yes',
    kind: 'switch',
    group: groups.sending,
    short: 'y',
    help: 'Consent to sending, despite advice and emails that are already used.',
  },
  {
    name: 'dry-run',
    kind: 'switch',
    group: groups.sending,
    help: 'Show what would be sent, and send nothing. Needs no key.',
  },
  {
    name: 'idempotency-key',
    kind: 'text',
    group: groups.sending,
    value: 'KEY',
    help: 'A name for this create, such as an order number: one customer per name, however often it runs.',
  },
  {
    name: 'again',
    kind: 'list',
    group: groups.sending,
    value: 'LEDGER_ID',
    help: 'With --yes: send again what this entry of the history may have created. Repeatable.',
  },
  {
    name: 'wait',
    kind: 'switch',
    group: groups.sending,
    help: 'When HelpCrunch is rate limiting requests, wait and send again, up to 5 times.',
  },
  sharedFlags.timeout,
  {
    name: 'no-ledger',
    kind: 'switch',
    group: groups.sending,
    help: 'Keep no record of what is sent. A second run can then create a duplicate.',
  },
  sharedFlags.takeOver,
  sharedFlags.json,
  {
    name: 'quiet',
    kind: 'switch',
    group: groups.asking,
    short: 'q',
    help: 'Print only the ID of the created customer, and never ask.',
  },
  sharedFlags.verbose,
  {
    name: 'no-input',
    kind: 'switch',
    group: groups.asking,
    help: 'Never ask. Missing answers end the run. CI=true does the same.',
  },
  accessibleFlag,
  { name: 'resume', kind: 'switch', group: groups.asking, help: 'Continue with the newest saved draft.' },
  { name: 'forget', kind: 'switch', group: groups.more, help: 'Delete all drafts, as drafts forget does.' },
  sharedFlags.help,
  { name: 'version', kind: 'switch', group: groups.more, short: 'v', help: 'Show the version.' },
] as const satisfies readonly Flag[];

export type RunFlagName = (typeof runFlags)[number]['name'];

/** A flag that gives one field of the customer. */
export interface FieldFlag extends Flag {
  readonly field: CustomerFieldRow;
}

/** One flag for each field, named after it: `userId` → `--user-id`; lists take one flag for each item. */
export const fieldFlags: readonly FieldFlag[] = customerFields.map((field) => {
  const isList = field.kind === 'tags' || field.kind === 'custom-data';
  return {
    field,
    name: flagName(field),
    kind: isList ? 'list' : 'text',
    value: valueName(field),
    group: groups.customer,
    help: isList ? `${field.help} Repeatable.` : field.help,
  };
});

/** Every flag of `create`, in the order of help. */
export const createFlags: readonly Flag[] = Object.values(groups).flatMap((group) =>
  [...runFlags, ...fieldFlags].filter((flag) => flag.group === group),
);

function flagName({ key, kind }: CustomerFieldRow): string {
  if (kind === 'tags') return 'tag';
  return key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function valueName({ kind }: CustomerFieldRow): string {
  switch (kind) {
    case 'tags':
      return "'NAME COLOR'";
    case 'custom-data':
      return 'PROPERTY=VALUE';
    case 'date':
      return 'DATE';
    case 'locale':
      return 'CODE';
    default:
      return 'TEXT';
  }
}
