import type { Claim } from './caller.ts';

/** What the wizard may say of a create, as a person reads it; the last that it said counts. */
const words: readonly (readonly [Claim, RegExp])[] = [
  ['yes', /The customer was created in HelpCrunch/g],
  ['unknown', /The customer may have been created/g],
  ['no', /Nothing was sent/g],
  ['no', /none was created/g],
  ['no', /[Nn]o customer was created/g],
  // A 429 is a definite no; the wizard counts down to another try of its own.
  ['no', /No more requests for the moment/g],
];

/** One of them is there. */
export const sayings: readonly RegExp[] = words.map(([, { source }]) => new RegExp(source));

export function claimOn(screen: string): Claim {
  const said = words.flatMap(([claim, pattern]) =>
    [...screen.matchAll(pattern)].map(({ index }) => ({ claim, index })),
  );
  return said.toSorted((one, other) => other.index - one.index)[0]?.claim ?? 'none';
}
