import { createRedactor as create, type Redactor } from '@helpcrunch-customer-kit/core';

export type { Redactor };

/** Knows the environment's key from the start, even one that is not usable as it is. */
export function createRedactor(environment: Readonly<Record<string, string | undefined>>): Redactor {
  return create([environment['HELPCRUNCH_API_KEY']]);
}

/** The environment for a program that this one starts: it has no business with the key. */
export function withoutKey(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...environment, HELPCRUNCH_API_KEY: undefined };
}
