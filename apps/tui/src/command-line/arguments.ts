import { parseArgs } from 'node:util';
import { closestWord } from '@helpcrunch-customer-kit/core/fields';
import type { Flag } from './flags.ts';

/** What a command can do, named by a word after its own name. */
export interface Action {
  readonly name: string;
  readonly summary: string;
  /** Runs when no action is named. */
  readonly isDefault?: boolean;
  /** What follows it, such as `ID`; `ID…` stands for one or more. */
  readonly operand?: string;
}

/** How a command is written. */
export interface Grammar {
  readonly flags: readonly Flag[];
  readonly actions?: readonly Action[];
}

/** The arguments of a command, as they were written. */
export interface Arguments {
  /** Empty for a command without actions. */
  readonly action: string;
  readonly operands: readonly string[];
  /** By the name of the flag; a list where it can be repeated. */
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

export type ArgumentsReading =
  | { readonly ok: true; readonly args: Arguments }
  | { readonly ok: false; readonly message: string };

/** One part of a command line, as Node's parser returns it. */
type Token = NonNullable<ReturnType<typeof parse>['tokens']>[number];

/**
 * Reads what follows a command's name. Help is help, whatever else is wrong.
 *
 * @param commands the names of all commands, where one of them may have been meant.
 */
export function readArguments(
  argv: readonly string[],
  grammar: Grammar,
  commands: readonly string[] = [],
): ArgumentsReading {
  const { values, tokens, positionals } = parse(argv, grammar);
  if (values['help'] === true) return { ok: true, args: { action: '', operands: [], values } };
  const message = validateOptions(tokens, grammar.flags);
  if (message !== undefined) return { ok: false, message };
  const { actions = [] } = grammar;
  const chosen =
    actions.length === 0
      ? withoutAction(positionals[0], argv[0], commands)
      : chooseAction(positionals, actions);
  return typeof chosen === 'string'
    ? { ok: false, message: chosen }
    : { ok: true, args: { ...chosen, values: values as Arguments['values'] } };
}

/** True when a program that reads JSON waits for the answer, even if the rest of the command line is wrong. */
export function wantsJson(argv: readonly string[]): boolean {
  return argv.some((word) => word === '--json' || word.startsWith('--json='));
}

function parse(argv: readonly string[], { flags }: Grammar) {
  const options = Object.fromEntries(
    flags.map(({ name, kind, short }) => [
      name,
      {
        type: kind === 'text' || kind === 'list' ? ('string' as const) : ('boolean' as const),
        multiple: kind === 'list',
        ...(short === undefined ? {} : { short }),
      },
    ]),
  );
  // Not strict: the parser only names what it does not understand, and we name what was meant.
  return parseArgs({ args: [...argv], options, strict: false, tokens: true });
}

function validateOptions(tokens: readonly Token[], flags: readonly Flag[]): string | undefined {
  const byName = new Map(flags.map((flag) => [flag.name, flag]));
  const given = tokens.filter((token) => token.kind === 'option');
  for (const token of given) {
    const message = validateOption(token, byName);
    if (message !== undefined) return message;
  }
  // A second value would silently replace the first.
  const single = given.map(({ name }) => name).filter((name) => byName.get(name)?.kind === 'text');
  const repeated = single.find((name, index) => single.indexOf(name) !== index);
  return repeated === undefined ? undefined : `--${repeated} is given twice. Give it once.`;
}

function validateOption(
  { name, rawName, value, inlineValue }: Extract<Token, { kind: 'option' }>,
  flags: ReadonlyMap<string, Flag>,
): string | undefined {
  const flag = flags.get(name);
  if (!flag) return unknownOption(rawName, name, flags);
  if (flag.kind === 'optional') {
    return value === '' ? `--${name}= needs a value: --${name}=${flag.value}.` : undefined;
  }
  if (flag.kind === 'switch') return value === undefined ? undefined : `--${name} takes no value.`;
  // Only a field of the customer can be empty.
  if (value === undefined || (value === '' && !('field' in flag))) {
    return `--${name} needs a value: --${name} ${flag.value}.`;
  }
  if (inlineValue || !value.startsWith('-') || value === '-') return flag.check?.(value);
  if (flags.has(value.replace(/^--/, ''))) return `--${name} needs a value, but ${value} follows it.`;
  // A longer text can be anything, a key too.
  const written = value.length <= 16 ? value : 'VALUE';
  return `The text after --${name} starts with a dash. If it is the value, write --${name}=${written}.`;
}

function unknownOption(rawName: string, name: string, flags: ReadonlyMap<string, Flag>): string {
  if (/key|token|secret|bearer|auth/i.test(name)) {
    return 'No option takes an API key. Set HELPCRUNCH_API_KEY, or keep the key with the login command.';
  }
  const meant = rawName.startsWith('--') ? nearestFlag(name, [...flags.keys()]) : undefined;
  return `Unknown option ${rawName}.${meant === undefined ? '' : ` Did you mean --${meant}?`}`;
}

/** Names are written in many ways: `userId` and `user_id` are `user-id`, and `custom` starts one name alone. */
function nearestFlag(name: string, known: readonly string[]): string | undefined {
  const kebab = name
    .replaceAll(/[A-Z]/g, (letter) => `-${letter}`)
    .replaceAll('_', '-')
    .toLowerCase();
  const started = known.filter((each) => each.startsWith(`${kebab}-`));
  return started.length === 1 ? started[0] : closestWord(kebab, known, Math.ceil(kebab.length / 4));
}

/** A command without actions takes options alone. */
function withoutAction(
  stray: string | undefined,
  first: string | undefined,
  commands: readonly string[],
): Pick<Arguments, 'action' | 'operands'> | string {
  if (stray === undefined) return { action: '', operands: [] };
  if (commands.includes(stray)) return `"${stray}" is a command. Put it before all options.`;
  if (commands.length > 0 && stray === first) return unknownWord('command', stray, commands);
  return `Unexpected argument "${stray}". Put a value that has spaces in quotes: --name "Ada Lovelace".`;
}

function chooseAction(
  [first, ...rest]: readonly string[],
  actions: readonly Action[],
): Pick<Arguments, 'action' | 'operands'> | string {
  const named = actions.find(({ name }) => name === first);
  const action = named ?? actions.find(({ isDefault }) => isDefault);
  const names = actions.map(({ name }) => name);
  const operands = named || first === undefined ? rest : [first, ...rest];
  if (!action) {
    return first === undefined ? `Add one of: ${names.join(', ')}.` : unknownWord('action', first, names);
  }
  const { name, operand } = action;
  const isComplete = operand?.endsWith('…') ? operands.length > 0 : operands.length === (operand ? 1 : 0);
  if (isComplete) return { action: name, operands };
  if (!named && first !== undefined && !operand) return unknownWord('action', first, names);
  if (operand && operands.length === 0)
    return `${name} needs ${operand.replace('…', '')}: ${name} ${operand}.`;
  return `Unexpected argument "${operands[operand ? 1 : 0]}".`;
}

/** Names the word that was meant, where one is near. */
function unknownWord(kind: 'command' | 'action', word: string, known: readonly string[]): string {
  const meant = closestWord(word.toLowerCase(), known, Math.ceil(word.length / 4));
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return `Unknown ${kind} "${word}".${hint}`;
}
