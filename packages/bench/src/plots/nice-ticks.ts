/** Round numbers from zero on; the last is at least as large as the largest that is to be shown. */
export function niceTicks(largest: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = [0.2, 0.5, 1, 2].map((part) => part * power).find((part) => largest / part <= 6.5) ?? power;
  const count = Math.ceil(largest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(6)));
}
