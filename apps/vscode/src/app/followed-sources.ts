import type { CustomerSource } from '../source/customer-source.ts';
import type { LiveSources } from './live-source.ts';

export type MaybeSource = CustomerSource | undefined;

/** The sources of what is shown, by the index of their entry in the run, followed through edits as long as it is. */
export interface FollowedSources {
  at(index: number): MaybeSource;
  /** Follows new ones while they are sent; with `show` they take the place of what was shown, as often as it is called. */
  during(chosen: readonly MaybeSource[], task: (show: () => void) => Promise<void>): Promise<void>;
}

export function createFollowedSources(live: LiveSources): FollowedSources {
  let shown: readonly MaybeSource[] = [];
  const underWay = new Set<readonly MaybeSource[]>();
  const followed = new Set<CustomerSource>();

  function forgetOthers(): void {
    const wanted = new Set([...shown, ...[...underWay].flat()]);
    for (const source of [...followed].filter((one) => !wanted.has(one))) {
      live.forget(source);
      followed.delete(source);
    }
  }

  return {
    at: (index) => shown[index],
    async during(chosen, task) {
      underWay.add(chosen);
      for (const source of chosen) {
        if (!source) continue;
        live.follow(source);
        followed.add(source);
      }
      try {
        await task(() => {
          shown = chosen;
        });
      } finally {
        underWay.delete(chosen);
        forgetOthers();
      }
    },
  };
}
