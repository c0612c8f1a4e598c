import { baseUrlMessages, defaultBaseUrl, readBaseUrl } from '@helpcrunch-customer-kit/core';
import { keychainMessages } from '@helpcrunch-customer-kit/local';
import { sharedFlags } from '../command-line/flags.ts';
import { type CommandEnd, errorIssue } from './command.ts';
import { type CommandContext, reportingCommand } from './reporting-command.ts';

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
  const baseUrl = readBaseUrl(environment['HELPCRUNCH_BASE_URL'] || defaultBaseUrl);
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
