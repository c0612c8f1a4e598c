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
  if (!codes.has(issue.code) || !('suggestion' in issue)) return undefined;
  // A misspelled color may be another word.
  if (issue.code === 'unknown-color' && lettersOf(issue.color) !== lettersOf(issue.suggestion ?? '')) {
    return undefined;
  }
  return issue.suggestion;
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z\d]/g, '');
}
