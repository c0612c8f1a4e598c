import type { StoredTag } from './stored-customer.ts';

/** Source: documented. */
const defaultColor = '#c377e0';

/** A tag as it was asked for; without a colour it takes the one it has, or the default. */
export interface AskedTag {
  readonly name: string;
  readonly color: string | null;
}

/**
 * The tags of the account by name, case-sensitive: an unknown one is created, a known one keeps its colour.
 *
 * Source: documented, but for a known tag sent with another colour (our choice).
 */
export interface TagColors {
  /** The tags to store, each name once. */
  settle(asked: readonly AskedTag[]): readonly StoredTag[];
  clear(): void;
}

export function createTagColors(): TagColors {
  const colors = new Map<string, string>();
  return {
    settle(asked) {
      for (const { name, color } of asked) {
        if (!colors.has(name)) {
          colors.set(name, color ?? defaultColor);
        }
      }
      const names = new Set(asked.map(({ name }) => name));
      return [...names].map((name) => ({ name, color: colors.get(name) ?? defaultColor }));
    },
    clear: () => colors.clear(),
  };
}
