/** What stands in place of a key wherever text is shown or stored. */
export const hiddenMark = '[hidden]';

/** HelpCrunch keys are 328 of these characters (seen by secret scanners); longer runs may hold one. */
const keyLike = /[A-Za-z0-9+/=-]{328,}/g;
/**
 * What stands after the name of the scheme in an Authorization header, in brackets or not. It holds a digit, which the
 * words after a bearer of news do not.
 */
const bearer = /\b(Bearer\s+)<?(?=[A-Za-z+/=._~-]*\d)[A-Za-z0-9+/=._~-]{16,}>?/gi;

/** True when a text holds something that looks like an API key. */
export function containsKeyLikeText(text: string): boolean {
  return (text.match(keyLike) ?? []).some(hasLetter) || text.search(bearer) >= 0;
}

/** The text with everything that looks like a key, and each of the `secrets` given, replaced by `[hidden]`. */
export function hideKeys(text: string, secrets: readonly string[] = []): string {
  // Longest first: hiding a short secret inside a longer one would leave the rest of that to be seen.
  const known = secrets
    .toSorted((one, other) => other.length - one.length)
    .reduce((hidden, secret) => (secret ? hidden.replaceAll(secret, hiddenMark) : hidden), text);
  return known
    .replaceAll(bearer, `$1${hiddenMark}`)
    .replaceAll(keyLike, (run) => (hasLetter(run) ? hiddenMark : run));
}

/** A line of dashes is no key. */
function hasLetter(run: string): boolean {
  return /[A-Za-z]/.test(run);
}
