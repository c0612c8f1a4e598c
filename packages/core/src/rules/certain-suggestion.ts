import type { Issue } from './rules.ts';

/** Issues whose suggestion is the same value in the form that HelpCrunch takes: it loses nothing and guesses nothing. */
export const certainSuggestionCodes = [
  'unknown-locale',
  'unknown-color',
  'source-not-url',
  'date-in-milliseconds',
  'compact-date',
  'invisible-character',
] as const satisfies readonly Issue['code'][];

const codes: ReadonlySet<string> = new Set(certainSuggestionCodes);

/** What can be written in place of an issue's value without a person's decision; `undefined` where there is nothing. */
export function certainSuggestion(issue: Issue): string | undefined {
  return codes.has(issue.code) && 'suggestion' in issue ? issue.suggestion : undefined;
}
