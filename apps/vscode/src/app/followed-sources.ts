import type { CustomerSource } from '../source/customer-source.ts';
import type { LiveSources } from './live-source.ts';

export type MaybeSource = CustomerSource | undefined;

/** The sources of what is shown, by the index of their entry in the run, followed through edits as long as it is. */
export interface FollowedSources {
  at(index: number): MaybeSource;
  /** Follows new ones while they are sent; they take the place of what was shown when the task says that they are. */
  during(chosen: readonly MaybeSource[], task: () => Promise<boolean>): Promise<void>;
}

export function createFollowedSources(live: LiveSources): FollowedSources {
  let shown: readonly MaybeSource[] = [];
  return {
    at: (index) => shown[index],
    async during(chosen, task) {
      for (const source of chosen) if (source) live.follow(source);
      const isShown = await task();
      const [kept, obsolete] = isShown ? [chosen, shown] : [shown, chosen];
      for (const source of obsolete) if (source && !kept.includes(source)) live.forget(source);
      shown = kept;
    },
  };
}
