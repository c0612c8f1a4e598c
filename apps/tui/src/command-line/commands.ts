import { isJsonAsked } from './is-json-asked.ts';

/** What the program does besides creating a customer. */
export const commands = [
  {
    name: 'login',
    usage: 'login [--no-verify]',
    help: "Keep an API key in this system's keychain; typed unseen, or piped in.",
    words: ['--no-verify'],
  },
  { name: 'logout', usage: 'logout', help: 'Take the key out of the keychain.', words: [] },
  {
    name: 'status',
    usage: 'status',
    help: 'Say which account is used, and where its key comes from.',
    words: [],
  },
  {
    name: 'history',
    usage: 'history [ACTION] [ID]',
    help: 'What was sent from this machine: list, show ID, check ID (look for the customer again) or forget ID; with --json for programs.',
    words: ['list', 'show', 'check', 'forget', '--json'],
    readsOwnWords: true,
  },
  {
    name: 'completion',
    usage: 'completion SHELL',
    help: 'Write a completion script for bash, zsh or fish.',
    words: ['bash', 'zsh', 'fish'],
  },
] as const;

export type CommandName = (typeof commands)[number]['name'];

export type CommandReading =
  | { readonly kind: 'help' }
  | { readonly kind: 'command'; readonly name: CommandName; readonly words: readonly string[] }
  | {
      readonly kind: 'problem';
      readonly command: CommandName;
      readonly problem: string;
      readonly json: boolean;
    };

/** Reads the arguments as a command; `undefined` when they are about a customer. */
export function readCommand(argv: readonly string[]): CommandReading | undefined {
  const [name, ...words] = argv[0] === '--' ? argv.slice(1) : argv;
  if (name === 'help') return { kind: 'help' };
  const command = commands.find((row) => row.name === name);
  if (!command) return undefined;
  if (words.some((word) => word === '--help' || word === '-h')) return { kind: 'help' };
  if ('readsOwnWords' in command) return { kind: 'command', name: command.name, words };
  const known: readonly string[] = command.words;
  const stranger = words.find((word) => !known.includes(word));
  if (stranger !== undefined || words.length > 1 || (name === 'completion' && words.length === 0)) {
    const problem = `Write it as: ${command.usage}`;
    return { kind: 'problem', command: command.name, problem, json: isJsonAsked(words) };
  }
  return { kind: 'command', name: command.name, words };
}
