import { dateFormats, defaultRate, maxRate } from '@helpcrunch-customer-kit/import';
import { accessibleFlag, type Flag, sandboxFlag, sharedFlags } from '../../command-line/flags.ts';

const groups = {
  columns: 'The columns',
  rows: 'The rows',
  runs: 'Earlier runs',
  sending: 'How they are sent',
  file: 'The file',
} as const;

/** Checks that a flag has one of a few values. */
function oneOf(name: string, known: readonly string[]): (value: string) => string | undefined {
  return (value) =>
    known.includes(value) ? undefined : `--${name} takes ${known.join(' or ')}, not "${value}".`;
}

function wholeNumber(name: string, max: number): (value: string) => string | undefined {
  return (value) => {
    const number = Number(value);
    return Number.isInteger(number) && number >= 1 && number <= max
      ? undefined
      : `--${name} takes a whole number from 1 to ${max.toLocaleString('en-US')}, not "${value}".`;
  };
}

export const importFlags = [
  {
    name: 'map',
    kind: 'text',
    group: groups.columns,
    value: 'FILE',
    completes: 'files',
    help: 'A mapping file, such as NAME.mapping.json, which an earlier import saved.',
  },
  {
    name: 'column',
    kind: 'list',
    group: groups.columns,
    value: "'HEADER=FIELD'",
    help: 'The field that a column goes to. Repeatable.',
  },
  {
    name: 'ignore',
    kind: 'list',
    group: groups.columns,
    value: 'HEADER',
    help: 'A column that is left out. Repeatable.',
  },
  {
    name: 'unmapped',
    kind: 'text',
    check: oneOf('unmapped', ['custom', 'ignore']),
    group: groups.columns,
    value: 'custom|ignore',
    help: 'What becomes of columns without a field: custom data under their header, or nothing.',
  },
  {
    name: 'date-format',
    kind: 'list',
    group: groups.columns,
    value: 'FORMAT',
    help: `How dates are written: ${dateFormats.join(', ')}, HEADER=FORMAT, or none-if-zero. Repeatable.`,
  },
  {
    name: 'empty',
    kind: 'list',
    group: groups.columns,
    value: 'TEXT',
    help: 'A text that means an empty cell, such as n/a or null, in any case. Repeatable.',
  },
  {
    name: 'defaults',
    kind: 'text',
    group: groups.columns,
    value: 'FILE',
    completes: 'files',
    help: 'A JSON file with values for every customer.',
  },
  {
    name: 'tag',
    kind: 'list',
    group: groups.columns,
    value: 'NAME',
    help: 'A tag for every customer, so that they can be found again. Repeatable.',
  },
  {
    name: 'existing',
    kind: 'text',
    check: oneOf('existing', ['skip', 'create']),
    group: groups.rows,
    value: 'skip|create',
    help: 'Customers whose email is used already. Default: skip.',
  },
  {
    name: 'equal-rows',
    kind: 'text',
    check: oneOf('equal-rows', ['skip', 'create']),
    group: groups.rows,
    value: 'skip|create',
    help: 'Rows that are equal to an earlier one. Default: skip.',
  },
  {
    name: 'skip-invalid',
    kind: 'switch',
    group: groups.rows,
    help: 'Send the valid rows although others have errors.',
  },
  {
    name: 'fix',
    kind: 'switch',
    group: groups.rows,
    help: 'Send certain fixes in place of wrong values, such as "en" for "English".',
  },
  {
    name: 'limit',
    kind: 'text',
    check: wholeNumber('limit', 1_000_000),
    group: groups.rows,
    value: 'N',
    help: 'Send so many rows and leave the others pending.',
  },
  {
    name: 'run',
    kind: 'text',
    group: groups.runs,
    value: 'RUN',
    help: 'Continue this run. Default: the unfinished run of the file, or of its rows.',
  },
  {
    name: 'new-run',
    kind: 'switch',
    group: groups.runs,
    help: 'Start a new run. Rows that earlier runs sent are not sent again.',
  },
  {
    name: 'again',
    kind: 'switch',
    group: groups.runs,
    help: 'Send rows again that earlier runs created, or may have created.',
  },
  {
    name: 'delete',
    kind: 'text',
    check: wholeNumber('delete', 1_000_000),
    group: groups.runs,
    value: 'N',
    help: 'With undo: consent to deleting the N customers that the run created.',
  },
  {
    name: 'rate',
    kind: 'text',
    check: wholeNumber('rate', maxRate),
    group: groups.sending,
    value: 'N',
    help: `Requests a minute, at most ${maxRate}. Default: ${defaultRate}. HelpCrunch allows 120 for all integrations together.`,
  },
  { ...sandboxFlag, group: groups.sending },
  {
    name: 'yes',
    kind: 'switch',
    group: groups.sending,
    short: 'y',
    help: 'Consent to sending all rows that are to be created.',
  },
  {
    name: 'dry-run',
    kind: 'switch',
    group: groups.sending,
    help: 'Show mapping, problems, and plan, and send nothing. Needs no key.',
  },
  {
    name: 'check-existing',
    kind: 'switch',
    group: groups.sending,
    help: 'With --dry-run: search HelpCrunch for customers that exist. Needs a key.',
  },
  sharedFlags.takeOver,
  sharedFlags.timeout,
  {
    name: 'out',
    kind: 'text',
    group: groups.file,
    value: 'FOLDER',
    completes: 'files',
    help: 'Where the result files go. Default: beside the file.',
  },
  {
    name: 'format',
    kind: 'text',
    check: oneOf('format', ['csv', 'tsv', 'jsonl', 'json']),
    group: groups.file,
    value: 'csv|tsv|jsonl|json',
    help: 'Default: what the file looks like.',
  },
  {
    name: 'encoding',
    kind: 'text',
    group: groups.file,
    value: 'NAME',
    help: 'Such as windows-1251. Default: UTF-8, or UTF-16 where it is.',
  },
  {
    name: 'delimiter',
    kind: 'text',
    group: groups.file,
    value: 'CHARACTER',
    help: 'What divides the cells. Default: what divides the first lines.',
  },
  {
    name: 'progress',
    kind: 'text',
    check: oneOf('progress', ['json']),
    group: 'Questions and answers',
    value: 'json',
    help: 'Print one JSON line for each row to standard error.',
  },
  accessibleFlag,
  sharedFlags.json,
  sharedFlags.help,
] as const satisfies readonly Flag[];
