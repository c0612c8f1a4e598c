import { createRedactor as create, type Redactor } from '@helpcrunch-customer-kit/core';

export type { Redactor };

/** Knows the environment's key from the start, even one that is not usable as it is. */
export function createRedactor(environment: Readonly<Record<string, string | undefined>>): Redactor {
  return create([environment['HELPCRUNCH_API_KEY']]);
}
