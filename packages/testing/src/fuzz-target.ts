export type FastCheck = typeof import('fast-check').default;

/** One thing to be tried with anything that may come in. */
export interface FuzzTarget {
  readonly name: string;
  /** What is tried; it throws when something that always holds does not. */
  property(fc: FastCheck): import('fast-check').IRawProperty<unknown>;
}

/** @throws Error with the words and the facts, when something that always holds does not. */
export function holds(condition: boolean, words: string, ...facts: readonly unknown[]): void {
  if (!condition) throw new Error([words, ...facts.map((fact) => JSON.stringify(fact))].join(' '));
}
