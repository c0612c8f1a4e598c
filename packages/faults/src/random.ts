import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Repeatable randomness: the same seed and number of a run give the same values in the same order. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  /** True in `share` of a hundred cases. */
  percent(share: number): boolean;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  /** So many letters and digits. */
  word(length: number): string;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Independent of the runs before it, so that one run can be repeated alone. */
export function createRandom(seed: number, run: number): Random {
  const generator = xoroshiro128plus(Math.imul(seed, 0x9e3779b1) ^ Math.imul(run + 1, 0x85ebca6b));
  const int = (least: number, most: number) => uniformInt(generator, least, most);
  return {
    int,
    percent: (share) => int(1, 100) <= share,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    word: (length) => Array.from({ length }, () => letters[int(0, letters.length - 1)]).join(''),
  };
}
