import { keyWritings } from './key-writings.ts';

/** What stands in place of a key wherever text is shown or stored. */
export const hiddenMark = '[hidden]';

/**
 * HelpCrunch keys are 328 of these characters (seen by secret scanners); longer runs may hold one. Backslash and percent
 * belong to it because a slash may be written `\/` in JSON, and a plus `\u002B` or `%2B`.
 */
const keyLike = /[A-Za-z0-9+/=\\%-]{328,}/g;
/**
 * What stands after the name of the scheme in an Authorization header, in brackets or not. It holds a digit, which the
 * words after a bearer of news do not.
 */
const bearer = /\b(?<scheme>Bearer\s+)<?(?=[A-Za-z+/=._~\\%-]*\d)(?<token>[A-Za-z0-9+/=._~\\%-]{16,})>?/gi;

/** True when a text holds something that looks like an API key. */
export function containsKeyLikeText(text: string): boolean {
  return (text.match(keyLike) ?? []).some(hasLetter) || text.search(bearer) >= 0;
}

/**
 * The text with everything that looks like a key, and each of the `secrets` given, however it is written, replaced by
 * `[hidden]`.
 */
export function hideKeys(text: string, secrets: readonly string[] = []): string {
  // Longest first: hiding a short secret inside a longer one would leave the rest of that to be seen.
  const known = secrets
    .flatMap(keyWritings)
    .toSorted((one, other) => other.length - one.length)
    .reduce((hidden, secret) => hidden.replaceAll(secret, hiddenMark), text);
  return known
    .replaceAll(bearer, (_whole, scheme: string, token: string) => scheme + hidden(token))
    .replaceAll(keyLike, (run) => (hasLetter(run) ? hidden(run) : run));
}

/** A backslash at the end belongs to what follows, the quote after a text for one. */
function hidden(run: string): string {
  let end = run.length;
  while (run[end - 1] === '\\') end -= 1;
  return (run.length - end) % 2 === 1 ? `${hiddenMark}\\` : hiddenMark;
}

/** A line of dashes is not a key. */
function hasLetter(run: string): boolean {
  return /[A-Za-z]/.test(run);
}
