import { addAbortSignal } from 'node:stream';
import { text } from 'node:stream/consumers';
import { ApiKey, apiKeyMessages, baseUrlMessages } from '@helpcrunch-customer-kit/core';
import {
  accountWithKey,
  environmentBaseUrl,
  keychainMessages,
  type Unavailable,
} from '@helpcrunch-customer-kit/local';
import { sharedFlags } from '../command-line/flags.ts';
import { isSet } from '../command-line/program.ts';
import { askKey } from '../terminal/terminal-device.ts';
import { type CommandEnd, errorIssue } from './command.ts';
import { type CommandContext, reportingCommand } from './reporting-command.ts';
import { keyOutcomes, verifyKey } from './verify-key.ts';

export const login = reportingCommand({
  name: 'login',
  isAttended: true,
  flags: [
    {
      name: 'no-verify',
      kind: 'switch',
      group: 'Options',
      help: 'Save the key without checking it with HelpCrunch first.',
    },
    ...Object.values(sharedFlags).filter(({ name }) => name !== 'take-over'),
  ],
  outcomes: [...keyOutcomes, 'keychain-unavailable'],
  properties: { host: { type: 'string', description: 'The host that the key is for.' } },
  run: ({ values }, context) =>
    saveKey(context, {
      verify: values['no-verify'] !== true,
      readKey: (host) => readKey(host, context, values['json'] === true),
    }),
});

/** What was typed or piped; `stopped` by the user, or `unasked` where the program must not ask. */
export type KeyInput = { readonly text: string } | 'stopped' | 'unasked';

export interface SaveKeyOptions {
  readonly readKey: (host: string) => Promise<KeyInput>;
  readonly verify: boolean;
}

type KeyContext = Pick<CommandContext, 'environment' | 'keys' | 'note' | 'signal' | 'adjust'>;

/** Saves a key in the keychain for the base URL's host, once HelpCrunch has accepted it. */
export async function saveKey(
  { environment, keys, note, signal, adjust }: KeyContext,
  { readKey, verify }: SaveKeyOptions,
): Promise<CommandEnd> {
  const baseUrl = environmentBaseUrl(environment);
  if (!baseUrl.ok) return failed('invalid', baseUrlMessages[baseUrl.issue]);
  const { host } = new URL(baseUrl.url);
  // Before anyone takes the trouble to find the key.
  const before = await keys.read(host);
  if (before.kind === 'unavailable' && before.issue !== 'no-key-inside') return cannotSave(before);
  const input = await readKey(host);
  if (input === 'stopped') return failed('cancelled', 'No key was saved.');
  if (input === 'unasked') return failed('invalid', 'No key was given. Pipe it to standard input.');
  const reading = ApiKey.read(input.text);
  if (!reading.ok) return failed('unauthorized', `${apiKeyMessages[reading.issue]} No key was saved.`);
  const account = accountWithKey(reading.key, environment);
  if (verify && account.kind === 'ready') {
    note(`Checking the key with ${host}, with a search that finds no customer…`);
    const verdict = await verifyKey(adjust(account.account.connection), signal);
    if (!verdict.isAccepted) {
      const { end } = verdict;
      if (signal.aborted) return failed('cancelled', 'No key was saved.');
      return {
        ...end,
        issues:
          end.issues?.map((issue) => ({ ...issue, message: `${issue.message} No key was saved.` })) ?? [],
        next: end.next ?? ['Try again later, or save the key without a check: login --no-verify.'],
      };
    }
  }
  const saved = await keys.write(host, reading.key);
  if (saved.kind === 'unavailable') return cannotSave(saved);
  if (environment['HELPCRUNCH_API_KEY']) note('HELPCRUNCH_API_KEY is set, and is used instead.');
  return { outcome: 'done', data: { host }, lines: [`The key for ${host} is in this system's keychain.`] };
}

function failed(outcome: CommandEnd['outcome'], message: string): CommandEnd {
  return { outcome, issues: [errorIssue(outcome, message)] };
}

function cannotSave({ issue }: Unavailable): CommandEnd {
  return {
    ...failed('keychain-unavailable', `${keychainMessages[issue]} No key was saved.`),
    next: ['Set HELPCRUNCH_API_KEY instead.'],
  };
}

/** The key for a host: asked for on a terminal that does not show it, or all that comes through a pipe. */
async function readKey(
  host: string,
  { process: { stdin, stderr, env }, signal }: CommandContext,
  json: boolean,
): Promise<KeyInput> {
  if (stdin.isTTY && (json || isSet(env['CI']))) return 'unasked';
  const key = stdin.isTTY
    ? await askKey(`API key for ${host} (it is not shown): `, { input: stdin, output: stderr, signal })
    : // A pipe that stays open would keep the program from ending.
      await text(addAbortSignal(signal, stdin)).catch(() => undefined);
  return key === undefined ? 'stopped' : { text: key };
}

export const logout = reportingCommand({
  name: 'logout',
  isAttended: true,
  flags: [sharedFlags.json, sharedFlags.help],
  outcomes: ['done', 'invalid', 'keychain-unavailable'],
  properties: {
    host: { type: 'string', description: 'The host that the key was for.' },
    removed: { type: 'boolean', description: 'False when there was no key.' },
  },
  run: (_args, context) => removeKey(context),
});

/** Removes the key of the base URL's host from the keychain. */
export async function removeKey({
  environment,
  keys,
  note,
}: Pick<CommandContext, 'environment' | 'keys' | 'note'>): Promise<CommandEnd> {
  const baseUrl = environmentBaseUrl(environment);
  if (!baseUrl.ok)
    return { outcome: 'invalid', issues: [errorIssue('invalid', baseUrlMessages[baseUrl.issue])] };
  const { host } = new URL(baseUrl.url);
  const removal = await keys.remove(host);
  if (removal.kind === 'unavailable') {
    const issue = errorIssue('keychain-unavailable', keychainMessages[removal.issue]);
    return { outcome: 'keychain-unavailable', issues: [issue] };
  }
  if (environment['HELPCRUNCH_API_KEY']) note('HELPCRUNCH_API_KEY is set, and is still used.');
  const removed = removal.kind === 'removed';
  const line = removed
    ? `The key for ${host} was removed from the keychain.`
    : `There was no key for ${host} in the keychain.`;
  return { outcome: 'done', data: { host, removed }, lines: [line] };
}
