/** The problem of a message for people, if any: it must be one line, end as a sentence or with an example, and have no holes. */
export function wordingIssue(message: string): string | undefined {
  // Quoted text comes from elsewhere.
  const ours = message.replaceAll(/".*"/g, '""');
  const isOthers = message.startsWith('HelpCrunch says: ');
  if (/[\p{Cc}\u2028\u2029]/u.test(message)) return `more than a line: ${JSON.stringify(message)}`;
  if (!isOthers && !/^[A-Z0-9"[].*(?:[.?]|Examples?: .*)$/.test(message)) return `no sentence: ${message}`;
  if (!isOthers && /undefined|NaN|\[object|function/.test(ours)) return `a hole: ${message}`;
  return message.length > (isOthers ? 2600 : 900) ? `too long: ${message}` : undefined;
}
