import type { FuzzTarget } from '@helpcrunch-customer-kit/testing/fuzz-target';
import { answerTargets } from './answer-targets.ts';
import { pasteTargets } from './paste-targets.ts';
import { readingTargets } from './reading-targets.ts';
import { textTargets } from './text-targets.ts';

/** Everything that is tried with anything that may come in: in the tests a little, by `pnpm fuzz` as long as asked. */
export const fuzzTargets: readonly FuzzTarget[] = [
  ...readingTargets,
  ...answerTargets,
  ...textTargets,
  ...pasteTargets,
];
