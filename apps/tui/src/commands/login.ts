import {
  ApiKey,
  apiKeyWords,
  baseUrlWords,
  defaultBaseUrl,
  outcomeMessage,
  readBaseUrl,
} from '@helpcrunch-customer-kit/core';
import { accountWithKey, keychainMessages, type Unavailable } from '@helpcrunch-customer-kit/local';
import type { CommandWorld } from './command-world.ts';
import { verifyKey } from './verify-key.ts';

export interface LoginOptions {
  /** Gives what was typed or piped for this host; `undefined` when the person gave up. */
  readonly askKey: (host: string) => Promise<string | undefined>;
  readonly verify: boolean;
  readonly signal: AbortSignal;
}

/** Keeps a key in the keychain for the base URL's host, once HelpCrunch has accepted it. */
export async function login(
  { environment, keys, tell, note }: CommandWorld,
  { askKey, verify, signal }: LoginOptions,
): Promise<0 | 2 | 4 | 75 | 130> {
  const baseUrl = readBaseUrl(environment['HELPCRUNCH_BASE_URL'] || defaultBaseUrl);
  if (!baseUrl.ok) {
    note(baseUrlWords[baseUrl.problem]);
    return 2;
  }
  const { host } = new URL(baseUrl.url);
  // Before anybody takes the trouble to find the key.
  const before = await keys.read(host);
  if (before.kind === 'unavailable' && before.problem !== 'no-key-inside') return cannotKeep(before, note);
  const text = await askKey(host);
  if (text === undefined) {
    note('Nothing was kept.');
    return 130;
  }
  const reading = ApiKey.read(text);
  if (!reading.ok) {
    note(`${apiKeyWords[reading.problem]} Nothing was kept.`);
    return 4;
  }
  const account = accountWithKey(reading.key, environment);
  if (verify && account.kind === 'ready') {
    note(`Looking whether ${host} accepts the key, by a search that finds nobody…`);
    const verdict = await verifyKey(account.account.connection, signal);
    if (verdict.kind === 'refused') {
      note(`${verdict.sentence} Nothing was kept.`);
      for (const step of refusedNext()) note(`→ ${step}`);
      return 4;
    }
    if (verdict.kind === 'not-known') {
      note(`${verdict.sentence} Nothing was kept.`);
      note('→ Try again later, or keep the key without looking: login --no-verify.');
      return signal.aborted ? 130 : 75;
    }
  }
  const keeping = await keys.write(host, reading.key);
  if (keeping.kind === 'unavailable') return cannotKeep(keeping, note);
  tell(`The key for ${host} is in this system's keychain.`);
  if (environment['HELPCRUNCH_API_KEY']) note('HELPCRUNCH_API_KEY is set, and goes first.');
  return 0;
}

function cannotKeep({ problem }: Unavailable, note: CommandWorld['note']): 2 {
  note(`${keychainMessages[problem]} No key was kept.`);
  note('→ Set HELPCRUNCH_API_KEY instead.');
  return 2;
}

function refusedNext(): readonly string[] {
  return outcomeMessage(
    { outcome: 'unauthorized', reason: 'key-refused', customerExists: 'no', issues: [] },
    'live',
  ).next;
}
