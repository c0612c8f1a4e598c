import { styleText } from 'node:util';
import type { Action, Grammar } from './arguments.ts';
import type { Flag } from './flags.ts';

/** A command as help lists it. */
export interface CommandSummary {
  readonly name: string;
  readonly summary: string;
}

/** What the environment can say; docs/scripts.md has the same. */
const environmentVariables = [
  ['HELPCRUNCH_API_KEY', 'A key from Settings → Developers → Public API.'],
  ['HELPCRUNCH_BASE_URL', 'Instead of https://api.helpcrunch.com/v1.'],
  ['HELPCRUNCH_NO_KEYCHAIN', "Set to 1: this system's keychain is not used."],
  ['HELPCRUNCH_STATE_DIR', 'Another folder for drafts and the history.'],
  ['ACCESSIBLE', 'Set to 1: the same as --accessible.'],
  ['CI', 'Set to true: the program never asks.'],
  ['NO_COLOR', 'Set to anything: no color.'],
  ['VISUAL, EDITOR', 'The editor that Ctrl+O opens for notes.'],
] as const;

/** Every exit code; docs/scripts.md has the same. A script may retry on 75 and on nothing else. */
export const exitCodes = [
  { code: 0, meaning: 'created, or a dry run' },
  { code: 1, meaning: 'HelpCrunch refused the customer, or the user ID is taken; none was created' },
  { code: 2, meaning: 'nothing was sent: fix something first, add --yes, or bad usage' },
  { code: 3, meaning: 'unknown: a customer may have been created; never retry without looking' },
  { code: 4, meaning: 'no usable API key' },
  { code: 5, meaning: 'something in between, such as a firewall, blocked it; none was created' },
  { code: 70, meaning: 'internal error; the draft is kept' },
  { code: 74, meaning: 'standard output could not be written; standard error says what happened' },
  { code: 75, meaning: 'rate limited or not sent: none was created, and a retry is safe' },
  { code: 129, meaning: 'ended by SIGHUP' },
  { code: 130, meaning: 'cancelled' },
  { code: 131, meaning: 'ended by SIGQUIT' },
  { code: 143, meaning: 'ended by SIGTERM' },
] as const;

type Row = readonly [name: string, meaning: string];

/** The help of the whole program, which is the help of its default command too. */
export function programHelp(
  program: string,
  commands: readonly CommandSummary[],
  flags: readonly Flag[],
): string {
  return page('Create a customer in HelpCrunch, and always know what happened.', [
    ['Usage', usageLines(programForms(program))],
    ['Commands', columns(commands.map(({ name, summary }) => [name, summary]))],
    ...flagSections(flags),
    ['Environment', columns(environmentVariables)],
    ['Exit codes', columns(exitCodes.map(({ code, meaning }) => [String(code), meaning]))],
  ]);
}

/** The help of one command. */
export function commandHelp(program: string, { name, summary }: CommandSummary, grammar: Grammar): string {
  const { actions = [], flags } = grammar;
  const start = `${program} ${name}`;
  const forms: readonly Row[] =
    actions.length === 0
      ? [[start, summary]]
      : actions.map((action) => [actionForm(start, action), action.summary]);
  return page(summary, [['Usage', usageLines(forms)], ...flagSections(flags)]);
}

/** How an action is written: `history [list]`, `history forget ID…`. */
export function actionForm(start: string, { name, isDefault, operand }: Action): string {
  const word = isDefault ? `[${name}]` : name;
  return [start, word, ...(operand === undefined ? [] : [operand])].join(' ');
}

function programForms(program: string): readonly Row[] {
  return [
    [program, 'The wizard: step by step, with a sandbox to try it in.'],
    [`${program} --from FILE`, 'The wizard, with what the file has filled in.'],
    [
      `${program} --from FILE --sandbox --yes --json`,
      'No questions. Leave --sandbox out to create a real customer.',
    ],
    [`${program} COMMAND`, 'One of the commands below. COMMAND --help shows its options.'],
  ];
}

type Section = readonly [title: string, lines: readonly string[]];

function page(title: string, sections: readonly Section[]): string {
  const lines = sections.flatMap(([heading, body]) => [
    '',
    styleText('bold', heading, { stream: process.stdout }),
    ...body,
  ]);
  return [title, ...lines, ''].join('\n');
}

function usageLines(forms: readonly Row[]): string[] {
  return forms.flatMap(([form, meaning]) => [`  ${form}`, `      ${meaning}`]);
}

function flagSections(flags: readonly Flag[]): Section[] {
  return [...Map.groupBy(flags, ({ group }) => group)].map(([title, rows]) => [
    title,
    columns(rows.map((flag) => [flagForm(flag), flag.help])),
  ]);
}

function flagForm({ short, name, kind, value }: Flag): string {
  const shown = kind === 'optional' ? `[=${value}]` : value === undefined ? '' : ` ${value}`;
  return `${short === undefined ? '' : `-${short}, `}--${name}${shown}`;
}

/** The width that every terminal has. */
const pageWidth = 80;

/** Names and what they mean, in two columns. */
function columns(rows: readonly Row[]): string[] {
  const nameWidth = Math.max(...rows.map(([name]) => name.length));
  const indent = ' '.repeat(nameWidth + 4);
  return rows.flatMap(([name, meaning]) => {
    const [first = '', ...rest] = wrap(meaning, pageWidth - indent.length);
    return [`  ${name.padEnd(nameWidth)}  ${first}`, ...rest.map((line) => indent + line)];
  });
}

/** Plain words alone: `wrap-ansi` does the same, and takes as long to load as the whole of this help. */
function wrap(text: string, width: number): string[] {
  return text.match(new RegExp(`\\S.{0,${width - 1}}(?= |$)`, 'g')) ?? [];
}
