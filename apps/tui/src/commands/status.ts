import { apiKeyWords, baseUrlWords } from '@helpcrunch-customer-kit/core';
import { findLiveAccount, type KeySource, liveHost } from '@helpcrunch-customer-kit/local';
import type { CommandWorld } from './command-world.ts';

const sources: Readonly<Record<KeySource, string>> = {
  environment: 'from HELPCRUNCH_API_KEY',
  keychain: "from this system's keychain",
};

/** Says which account would be used and where its key comes from; never the key. */
export async function status({ environment, keys, tell, note }: CommandWorld): Promise<0 | 2 | 4> {
  const found = await findLiveAccount(environment, keys);
  const host = liveHost(environment);
  if (host !== undefined) tell(`Account: HelpCrunch at ${host}`);
  if (found.note !== undefined) note(found.note);
  switch (found.reading.kind) {
    case 'ready':
      tell(`Key: ${sources[found.source ?? 'environment']}`);
      return 0;
    case 'no-key':
      note(apiKeyWords[found.reading.problem]);
      note('→ Set HELPCRUNCH_API_KEY, or keep a key with the command login.');
      return 4;
    case 'unusable-url':
      note(baseUrlWords[found.reading.problem]);
      note('→ Check HELPCRUNCH_BASE_URL.');
      return 2;
    default: {
      const unreachable: never = found.reading;
      return unreachable;
    }
  }
}
