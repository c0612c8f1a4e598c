/** True when two words differ by one letter: another one, one too many, one too few, or two neighbours swapped. */
export function isOneSlip(word: string, other: string): boolean {
  let start = 0;
  while (start < word.length && word[start] === other[start]) start += 1;
  const [rest, otherRest] = [word.slice(start), other.slice(start)];
  const isSwapped = `${rest[1]}${rest[0]}${rest.slice(2)}` === otherRest;
  return (
    rest.slice(1) === otherRest.slice(1) ||
    rest === otherRest.slice(1) ||
    rest.slice(1) === otherRest ||
    isSwapped
  );
}
