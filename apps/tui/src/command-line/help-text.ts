import { styleText } from 'node:util';
import { commands } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { type Flag, fieldFlags, flagGroups, type GeneralFlag, generalFlags } from './flags.ts';
import { rowLines } from './row-lines.ts';

/** What the environment can say; the README has the same. */
const environment = [
  ['HELPCRUNCH_API_KEY', 'A key from Settings → Developers → Public API.'],
  ['HELPCRUNCH_BASE_URL', 'Instead of https://api.helpcrunch.com/v1.'],
  ['HELPCRUNCH_NO_KEYCHAIN', "Set it to 1 to leave this system's keychain alone."],
  ['HELPCRUNCH_STATE_DIR', 'Another folder for drafts and the history.'],
  ['ACCESSIBLE', 'Set it to 1 for what --accessible does.'],
  ['NO_COLOR', 'Set it to anything for no colour.'],
  ['VISUAL, EDITOR', 'The editor that Ctrl+O opens for notes.'],
] as const;

/** The whole help for a program that is started as `program`; nothing here loads the wizard. */
export function helpText(program: string): string {
  const general: readonly GeneralFlag[] = generalFlags;
  const groups = Object.entries(flagGroups).flatMap(([group, title]) => {
    const flags: readonly Flag[] = general.filter((flag) => flag.group === group);
    return section(title, (group === 'customer' ? [...flags, ...fieldFlags] : flags).map(flagRow));
  });
  return [
    'Create a customer in HelpCrunch, and always know what happened.',
    '',
    heading('Usage'),
    ...usage(program).flatMap(([command, meaning]) => [`  ${command}`, `      ${meaning}`]),
    ...section(
      'Commands',
      commands.map(({ usage, help }) => [usage, help] as const),
    ),
    ...groups,
    ...section('Environment', environment),
    ...section(
      'Exit codes',
      exitCodes.map(({ code, meaning }) => [String(code), meaning] as const),
    ),
    '',
  ].join('\n');
}

function usage(program: string): readonly (readonly [string, string])[] {
  return [
    [program, 'The wizard: step by step, with a sandbox to try it in.'],
    [`${program} --from FILE`, 'The wizard, with what the file has filled in.'],
    [
      `${scriptable(program)} --from FILE --sandbox --yes --json`,
      'No questions. Leave --sandbox out to create a real customer.',
    ],
    [`${program} COMMAND`, 'What else it does, below.'],
  ];
}

/** pnpm writes what it runs to standard output, unless it is silent. */
function scriptable(program: string): string {
  return program.replace(' pnpm ', ' pnpm --silent ');
}

function section(title: string, pairs: readonly (readonly [string, string])[]): string[] {
  return ['', heading(title), ...rowLines(pairs)];
}

function heading(title: string): string {
  return styleText('bold', title, { stream: process.stdout });
}

function flagRow(flag: Flag): readonly [string, string] {
  const short = flag.short === undefined ? '' : `-${flag.short}, `;
  return [`${short}--${flag.name}${flag.value === undefined ? '' : ` ${flag.value}`}`, flag.help];
}
