import type { Analysis } from '../document/analysis.ts';
import type { Spot } from '../document/spot.ts';
import type { Change } from '../edits/change.ts';

/** Another way to write what is right already. */
export interface MadeRefactor {
  readonly title: string;
  readonly changes: readonly Change[];
}

/** Rewrites what stands at a spot, if this is a rewrite for it. */
export type Refactor = (spot: Spot, analysis: Analysis) => MadeRefactor | undefined;
