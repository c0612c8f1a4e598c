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

export const generalFlags = [
  {
    name: 'sandbox',
    kind: 'switch',
    help: 'Use the sandbox inside this program; nothing leaves this machine.',
  },
  {
    name: 'from',
    kind: 'text',
    value: 'FILE|-',
    help: 'Read the customer from a JSON file, or from standard input.',
  },
  { name: 'yes', kind: 'switch', short: 'y', help: 'Consent to sending, past advice and duplicate e-mails.' },
  { name: 'dry-run', kind: 'switch', help: 'Say what would be sent, and send nothing.' },
  { name: 'json', kind: 'switch', help: 'Write one JSON object to standard output, and never ask.' },
  { name: 'no-input', kind: 'switch', help: 'Never ask; what is missing ends the run.' },
  { name: 'resume', kind: 'switch', help: 'Go on with the newest draft that was left behind.' },
  { name: 'forget', kind: 'switch', help: 'Delete all drafts, and say how many there were.' },
  {
    name: 'accessible',
    kind: 'switch',
    help: 'Ask line by line, for screen readers and plain terminals; nothing is redrawn.',
  },
  { name: 'help', kind: 'switch', short: 'h', help: 'Show this help.' },
  { name: 'version', kind: 'switch', short: 'v', help: 'Show the version.' },
] as const satisfies readonly Flag[];

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
  if (kind === 'tags') return "'NAME COLOR'";
  return kind === 'custom-data' ? "'PROPERTY=VALUE'" : 'TEXT';
}
