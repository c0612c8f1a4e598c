import { styleText } from 'node:util';
import { commands } from './commands.ts';
import { exitCodes } from './exit-code.ts';
import { type Flag, fieldFlags, generalFlags } from './flags.ts';

const environment = [
  ['HELPCRUNCH_API_KEY', 'The key of the account to create the customer in.'],
  ['HELPCRUNCH_BASE_URL', 'The API, version included (default https://api.helpcrunch.com/v1).'],
  ['ACCESSIBLE', 'Set it to 1 to be asked line by line, as --accessible does.'],
  ['NO_COLOR', 'Set it to anything for no colour.'],
] as const;

/** The whole help; nothing here loads the wizard. */
export function helpText(): string {
  return [
    'Create a customer in HelpCrunch, and always know what happened.',
    '',
    heading('Usage'),
    '  pnpm tui                        the wizard, step by step',
    '  pnpm tui --from FILE            the wizard, with what the file has filled in',
    '  pnpm --silent tui --sandbox --from FILE --yes --json',
    '                                  no questions, one JSON object',
    '',
    heading('Commands'),
    ...rows(commands.map(({ usage, help }) => [usage, help] as const)),
    '',
    heading('Options'),
    ...rows(generalFlags.map(flagRow)),
    '',
    heading('Fields'),
    ...rows(fieldFlags.map(flagRow)),
    '',
    heading('Environment'),
    ...rows(environment),
    '',
    heading('Exit codes'),
    ...rows(exitCodes.map(({ code, meaning }) => [String(code), meaning] as const)),
    '',
  ].join('\n');
}

function heading(text: string): string {
  return styleText('bold', text, { stream: process.stdout });
}

function flagRow(flag: Flag): readonly [string, string] {
  const short = flag.short === undefined ? '' : `-${flag.short}, `;
  return [`${short}--${flag.name}${flag.value === undefined ? '' : ` ${flag.value}`}`, flag.help];
}

function rows(pairs: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...pairs.map(([left]) => left.length));
  return pairs.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
