import type { Scenario } from './scenario.ts';
import { createFromDocument } from './scenarios/create-from-document.ts';

/** Every scenario, each played in every host it can be played in. */
export const scenarios: readonly Scenario[] = [createFromDocument];
