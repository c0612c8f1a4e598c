import { type ApiKey, hideKeys } from '@helpcrunch-customer-kit/core';

/** Takes keys out of text: those it was told of, and whatever looks like one. */
export interface Redactor {
  learn(key: ApiKey): void;
  hide(text: string): string;
}

/** Knows the environment's key from the start, even one that is not usable as it is. */
export function createRedactor(environment: Readonly<Record<string, string | undefined>>): Redactor {
  const secrets = new Set<string>();
  const inEnvironment = environment['HELPCRUNCH_API_KEY']?.trim() ?? '';
  if (inEnvironment !== '') secrets.add(inEnvironment);
  return {
    learn: (key) => secrets.add(key.reveal()),
    hide: (text) => hideKeys(text, [...secrets]),
  };
}
