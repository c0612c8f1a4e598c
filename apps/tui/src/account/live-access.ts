import { apiKeyWords, baseUrlWords, defaultBaseUrl, readBaseUrl } from '@helpcrunch-customer-kit/core';
import type { LiveAccess } from '../wizard/wizard-state.ts';
import { liveAccount } from './account.ts';

/** Where the live account stands, as far as the environment tells; nothing of the key is in it. */
export function liveAccess(environment: Readonly<Record<string, string | undefined>>): LiveAccess {
  const baseUrl = readBaseUrl(environment['HELPCRUNCH_BASE_URL'] || defaultBaseUrl);
  const reading = liveAccount(environment);
  return {
    host: baseUrl.ok ? new URL(baseUrl.url).host : undefined,
    hasKey: reading.kind !== 'no-key',
    problem: problemOf(reading),
  };
}

function problemOf(reading: ReturnType<typeof liveAccount>): string | undefined {
  switch (reading.kind) {
    case 'ready':
      return undefined;
    case 'no-key':
      // No key at all is no problem: it is asked for.
      return reading.problem === 'missing' ? undefined : apiKeyWords[reading.problem];
    case 'unusable-url':
      return baseUrlWords[reading.problem];
    default: {
      const unreachable: never = reading;
      return unreachable;
    }
  }
}
