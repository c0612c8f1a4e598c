/** The problem of a message for people, if any: it must be one line, end as a sentence or with an example, and have no holes. */
export function wordingProblem(sentence: string): string | undefined {
  // Quoted text comes from elsewhere.
  const ours = sentence.replaceAll(/".*"/g, '""');
  const isOthers = sentence.startsWith('HelpCrunch says: ');
  if (/[\p{Cc}\u2028\u2029]/u.test(sentence)) return `more than a line: ${JSON.stringify(sentence)}`;
  if (!isOthers && !/^[A-Z0-9"[].*(?:[.?]|Examples?: .*)$/.test(sentence)) return `no sentence: ${sentence}`;
  if (!isOthers && /undefined|NaN|\[object|function/.test(ours)) return `a hole: ${sentence}`;
  return sentence.length > (isOthers ? 2600 : 900) ? `too long: ${sentence}` : undefined;
}
