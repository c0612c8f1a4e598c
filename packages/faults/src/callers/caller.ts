import type { FaultPlay } from '../faults/fault.ts';
import type { Random } from '../random/random.ts';
import type { Artefact } from '../secrets/find-key.ts';
import type { World } from '../world/world.ts';
import type { Draft } from './caller-name.ts';

export interface CallerContext {
  readonly world: World;
  readonly play: FaultPlay;
  readonly draft: Draft;
  /** The secret of this run. */
  readonly key: string;
  readonly random: Random;
}

/** `none`: ended before it could claim anything. */
export type Claim = 'yes' | 'no' | 'unknown' | 'none';

/** What a caller said of one create, and what it left behind. */
export interface Told {
  /** Before anybody looked again. */
  readonly first: Claim;
  /** The last word. */
  readonly last: Claim;
  /** The outcome's name, or how a program ended: for the report alone. */
  readonly outcome: string;
  /** Whose id was named with a `yes`. */
  readonly id?: string | undefined;
  /** What looking again found, where it was done. */
  readonly check?: string;
  /** What had been entered for good when it ended, and what can be got back: where a caller keeps drafts. */
  readonly draft?: { readonly committed: Draft; readonly kept: Draft | undefined };
  /** How often the person sent, and agreed to it; once when it is left out. */
  readonly sends?: number;
  /** Rules of the caller's own that it broke, in words. */
  readonly broken: readonly string[];
  /** Everything that anybody could see or find afterwards. */
  readonly artefacts: readonly Artefact[];
}

export type Caller = (context: CallerContext) => Promise<Told>;
