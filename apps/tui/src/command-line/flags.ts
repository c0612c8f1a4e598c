import { type CustomerFieldRow, customerFields } from '@helpcrunch-customer-kit/core/fields';

/** One flag of the command line, as help shows it. */
export interface Flag {
  readonly name: string;
  readonly kind: 'switch' | 'text' | 'list';
  readonly short?: string;
  /** What stands for the value in help. */
  readonly value?: string;
  readonly help: string;
}

/** A flag about the run, and the heading of help that it stands under. */
export interface GeneralFlag extends Flag {
  readonly group: keyof typeof flagGroups;
}

/** The headings of help, in its order. */
export const flagGroups = {
  customer: 'The customer',
  sending: 'How it is sent',
  talking: 'Questions and answers',
  more: 'More',
} as const;

export const generalFlags = [
  {
    name: 'from',
    kind: 'text',
    group: 'customer',
    value: 'FILE|-',
    help: 'A JSON file with the customer, or - for standard input.',
  },
  {
    name: 'sandbox',
    kind: 'switch',
    group: 'sending',
    help: 'To the sandbox inside this program; nothing leaves this machine.',
  },
  {
    name: 'yes',
    kind: 'switch',
    group: 'sending',
    short: 'y',
    help: 'Consent to sending, past advice and duplicate e-mails.',
  },
  {
    name: 'dry-run',
    kind: 'switch',
    group: 'sending',
    help: 'Say what would be sent, and send nothing; needs no key.',
  },
  {
    name: 'idempotency-key',
    kind: 'text',
    group: 'sending',
    value: 'KEY',
    help: 'A name for this create, such as an order number: under one, a customer is created once, however often it runs.',
  },
  {
    name: 'again',
    kind: 'list',
    group: 'sending',
    value: 'LEDGER_ID',
    help: 'With --yes: send again what this entry of the ledger may have created. Once for each.',
  },
  {
    name: 'no-ledger',
    kind: 'switch',
    group: 'sending',
    help: 'Keep no record of what is sent; a second run can then create it twice.',
  },
  {
    name: 'take-over',
    kind: 'switch',
    group: 'sending',
    help: 'Go on with a ledger whose lock, salt or lines another machine left behind.',
  },
  {
    name: 'json',
    kind: 'switch',
    group: 'talking',
    help: 'One JSON object on standard output, and never a question.',
  },
  { name: 'no-input', kind: 'switch', group: 'talking', help: 'Never ask; what is missing ends the run.' },
  {
    name: 'accessible',
    kind: 'switch',
    group: 'talking',
    help: 'Ask line by line, for screen readers; nothing is redrawn.',
  },
  {
    name: 'resume',
    kind: 'switch',
    group: 'talking',
    help: 'Go on with the newest draft that was left behind.',
  },
  {
    name: 'forget',
    kind: 'switch',
    group: 'more',
    help: 'Delete all drafts, and say how many there were.',
  },
  { name: 'help', kind: 'switch', group: 'more', short: 'h', help: 'Show this help.' },
  { name: 'version', kind: 'switch', group: 'more', short: 'v', help: 'Show the version.' },
] as const satisfies readonly GeneralFlag[];

export type GeneralFlagName = (typeof generalFlags)[number]['name'];

/** A flag that gives one field of the customer. */
export interface FieldFlag extends Flag {
  readonly field: CustomerFieldRow;
}

/** One flag a field, named after it: `userId` → `--user-id`; lists are given one flag an item. */
export const fieldFlags: readonly FieldFlag[] = customerFields.map((field) => {
  const isList = field.kind === 'tags' || field.kind === 'custom-data';
  return {
    field,
    name: flagName(field),
    kind: isList ? 'list' : 'text',
    value: valueName(field),
    help: isList ? `${field.help} Once for each.` : field.help,
  };
});

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
