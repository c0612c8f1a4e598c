import { type ApiKey, hideKeys } from '@helpcrunch-customer-kit/core';

/** HelpCrunch's keys are far longer (seen); hiding a shorter one, made up for a sandbox, would tear words apart. */
const shortest = 16;

/** Takes keys out of text: those it was told of, and whatever looks like one. */
export interface Redactor {
  learn(key: ApiKey): void;
  hide(text: string): string;
}

/** Knows the environment's key from the start, even one that is not usable as it is. */
export function createRedactor(environment: Readonly<Record<string, string | undefined>>): Redactor {
  const secrets = new Set<string>();
  const add = (secret: string) => {
    if (secret.length >= shortest) secrets.add(secret);
  };
  add(environment['HELPCRUNCH_API_KEY']?.trim() ?? '');
  return {
    learn: (key) => add(key.reveal()),
    hide: (text) => hideKeys(text, [...secrets]),
  };
}

/** The environment for a program that this one starts: it has no business with the key. */
export function withoutKey(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...environment, HELPCRUNCH_API_KEY: undefined };
}
