/** What can be waited for in a run, each the first time that it happens. */
export type Moment =
  | 'start'
  | 'search-arrived'
  | 'create-begun'
  | 'create-arrived'
  | 'stored'
  | 'answer-begun'
  | 'answered';

export interface Moments {
  happen(moment: Moment): void;
  /** Never rejects; never resolves when it does not happen. */
  after(moment: Moment): Promise<void>;
}

export function createMoments(): Moments {
  const gates = new Map<Moment, { readonly promise: Promise<void>; readonly resolve: () => void }>();
  const gate = (moment: Moment) => {
    const known = gates.get(moment) ?? Promise.withResolvers<void>();
    gates.set(moment, known);
    return known;
  };
  gate('start').resolve();
  return {
    happen: (moment) => gate(moment).resolve(),
    after: (moment) => gate(moment).promise,
  };
}
