import { baseUrlWords, defaultBaseUrl, readBaseUrl } from '@helpcrunch-customer-kit/core';
import { keychainMessages } from '@helpcrunch-customer-kit/local';
import type { CommandWorld } from './command-world.ts';

/** Takes the key of the base URL's host out of the keychain. */
export async function logout({ environment, keys, tell, note }: CommandWorld): Promise<0 | 2 | 75> {
  const baseUrl = readBaseUrl(environment['HELPCRUNCH_BASE_URL'] || defaultBaseUrl);
  if (!baseUrl.ok) {
    note(baseUrlWords[baseUrl.problem]);
    return 75;
  }
  const { host } = new URL(baseUrl.url);
  const removal = await keys.remove(host);
  if (removal.kind === 'unavailable') {
    note(keychainMessages[removal.problem]);
    return 2;
  }
  tell(
    removal.kind === 'removed'
      ? `The key for ${host} is no longer in the keychain.`
      : `There was no key for ${host} in the keychain.`,
  );
  if (environment['HELPCRUNCH_API_KEY']) note('HELPCRUNCH_API_KEY is set, and still goes first.');
  return 0;
}
