import type { Told } from '../callers/caller.ts';
import type { FaultPlay } from '../faults/fault.ts';
import type { Truth } from '../world/truth.ts';

/** All that a run is judged by. */
export interface Case {
  readonly truth: Truth;
  readonly told: Told;
  readonly play: FaultPlay;
  /** Where the key was seen, a place each. */
  readonly keyPlaces: readonly string[];
}

/** A rule of the kit, and how a run broke it, in words; `undefined` when it did not. */
export interface Rule {
  readonly name: string;
  readonly check: (run: Case) => string | undefined;
}

/** Every promise that is tried, each judged by itself from what really happened. */
export const rules: readonly Rule[] = [
  {
    name: 'a yes has a customer',
    check: ({ told, truth }) =>
      told.last === 'yes' && truth.made.length === 0 ? 'it claims a customer, and there is none' : undefined,
  },
  {
    name: 'a no has none',
    check: ({ told, truth }) =>
      told.last === 'no' && truth.made.length > 0
        ? `it claims that none was created, and there is ${truth.made.map(({ id }) => id).join(', ')}`
        : undefined,
  },
  {
    name: 'a yes names the right customer',
    check({ told, truth, play }) {
      const isOurs = truth.made.some(({ id }) => String(id) === told.id);
      // An answer that was altered says what it wants; a look-up does not, it names somebody who is there.
      const isSaid = told.check === 'found' || !play.isAnswerAltered;
      return told.last === 'yes' && told.id !== undefined && isSaid && !isOurs
        ? `it names customer ${told.id}, who is not the one it made`
        : undefined;
    },
  },
  {
    name: 'sent once',
    check({ told, truth }) {
      const sends = told.sends ?? 1;
      return truth.creates > sends ? `${truth.creates} creates went out for ${sends}` : undefined;
    },
  },
  {
    name: 'no duplicates',
    check: ({ told, truth }) =>
      truth.made.length > (told.sends ?? 1) && !truth.frontRepeated
        ? `${truth.made.length} customers for one send`
        : undefined,
  },
  {
    name: 'the key stays on its host',
    check: ({ truth }) =>
      truth.elsewhere > 0
        ? `another host got ${truth.elsewhere} requests, ${truth.keysElsewhere} of them with the key`
        : undefined,
  },
  {
    name: 'useful',
    check: ({ told, play }) =>
      play.must !== undefined && told.first !== play.must
        ? `it could know "${play.must}", and says "${told.first}" (${told.outcome})`
        : undefined,
  },
  {
    name: 'no draft is lost',
    check({ told: { draft, last }, truth }) {
      // What was created needs no draft; a program that was ended at that moment may have had no time to say so.
      const isCreated = last === 'yes' || (last === 'none' && truth.made.length > 0);
      if (!draft || isCreated) return undefined;
      const missing = Object.entries(draft.committed).filter(
        ([key, value]) => JSON.stringify(draft.kept?.[key]) !== JSON.stringify(value),
      );
      return missing.length > 0 ? `gone: ${missing.map(([key]) => key).join(', ')}` : undefined;
    },
  },
  {
    name: 'the key is nowhere',
    check: ({ keyPlaces }) => (keyPlaces.length > 0 ? keyPlaces.join('; ') : undefined),
  },
  {
    name: 'its own contract',
    check: ({ told }) => (told.broken.length > 0 ? told.broken.join('; ') : undefined),
  },
];
