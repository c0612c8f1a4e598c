import type { Random } from '../random/random.ts';

/**
 * A key of this run alone, as HelpCrunch's look (328 characters: seen) or shorter. Some are hard to write down: the
 * sandbox itself takes none of these.
 */
export function makeKey(random: Random, isPlain: boolean): string {
  const length = random.pick([24, 48, 328]);
  const half = Math.floor(length / 2);
  const middle = !isPlain && random.percent(30) ? random.pick(['"', '\\', '/', '&', '%2F', "'", '+/']) : '';
  return `${random.word(half)}${middle}${random.word(length - half - middle.length)}`;
}
