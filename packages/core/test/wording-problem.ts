/** What is wrong with a sentence for people, if anything: it is one line, ends as a sentence does, and has no holes. */
export function wordingProblem(sentence: string): string | undefined {
  // Quoted words are somebody else's.
  const ours = sentence.replaceAll(/".*"/g, '""');
  const isOthers = sentence.startsWith('HelpCrunch says: ');
  if (/[\p{Cc}\u2028\u2029]/u.test(sentence)) return `more than a line: ${JSON.stringify(sentence)}`;
  if (!isOthers && !/^[A-Z0-9"].*[.?]$/.test(sentence)) return `no sentence: ${sentence}`;
  if (!isOthers && /undefined|NaN|\[object|function/.test(ours)) return `a hole: ${sentence}`;
  return sentence.length > (isOthers ? 2600 : 900) ? `too long: ${sentence}` : undefined;
}
