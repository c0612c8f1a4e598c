import type { Report } from './report.ts';
import { symfonyMessages } from './symfony-messages.ts';

/** What is wrong with a text, or undefined. */
export type TextCheck = (text: string) => string | undefined;

/** Counted as people count, in code points. Source: seen for notes and custom values. */
const longestText = 255;

/**
 * A text field. Null and `""` count as not sent: our choice, as nobody knows what HelpCrunch does.
 */
export function readText(value: unknown, path: string, check: TextCheck, report: Report): string | null {
  if (value === undefined || value === null || value === '') {
    return null;
  }
  if (typeof value !== 'string') {
    report(path, symfonyMessages.type('string'));
    return null;
  }
  const message = check(value);
  if (message !== undefined) {
    report(path, message);
  }
  return value;
}

/** Fields of which no rule is known: any text passes. */
export const anyText: TextCheck = () => undefined;

export const shortText: TextCheck = (text) =>
  [...text].length > longestText ? symfonyMessages.tooLong(longestText) : undefined;

/** Something, an at sign, a domain with a dot; no blanks. Every plausible address passes. Source: our choice. */
export const emailText: TextCheck = (text) =>
  /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/u.test(text) ? undefined : symfonyMessages.email;

/** A string of UNIX seconds. Source: documented. */
export const secondsText: TextCheck = (text) => (/^\d+$/.test(text) ? undefined : symfonyMessages.invalid);
