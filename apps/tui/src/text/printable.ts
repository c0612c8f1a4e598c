import { stripVTControlCharacters } from 'node:util';
import { type Issue, issueMessage, terminalControls } from '@helpcrunch-customer-kit/core';

/** Text that is safe to show in a terminal, on one line: line breaks and tabs become blanks. */
export function printable(text: string): string {
  return stripControls(onOneLine(text)).replaceAll('\n', ' ');
}

/** Line breaks and tabs become blanks. */
export function onOneLine(text: string): string {
  return text.replaceAll(/[\t\r\n\u2028\u2029]+/g, ' ');
}

/**
 * Takes out what can make a terminal show something that is not there: escape sequences, control characters, and the
 * marks that turn the direction of text. Line breaks stay.
 */
export function stripControls(text: string): string {
  return stripVTControlCharacters(text).replaceAll(terminalControls, (character) =>
    character === '\n' ? character : '',
  );
}

/** The same text with a dot for each character that a terminal would obey, so that offsets stay what they are. */
export function markControls(text: string): string {
  return text.replaceAll(terminalControls, '·');
}

/** Where something is in a text, counted from 1 as editors do. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** `offset` counts UTF-16 units. */
function textPlace(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split(/\r\n?|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Issues of a text, each with its place where only the text shows it. */
export function withPlaces<Found extends Issue>(text: string, issues: readonly Found[]): readonly Found[] {
  return issues.map((issue) =>
    issue.code === 'not-json' ? { ...issue, ...textPlace(text, issue.offset) } : issue,
  );
}

/** The sentence for an issue, where no editor shows the place and nothing can be clicked. */
export function terminalMessage(issue: Issue): string {
  const message = issueMessage(issue);
  if (issue.code === 'list-of-customers' && issue.count > 1) {
    return `This is a list of ${issue.count} customers. Keep one of them, without the list around it, or use the import command.`;
  }
  const { line, column } = issue as Issue & Partial<TextPlace>;
  return line === undefined ? message : `${message.replace(/\.$/, '')} (line ${line}, column ${column}).`;
}
