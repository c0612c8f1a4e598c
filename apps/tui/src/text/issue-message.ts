import { type Issue, issueMessage } from '@helpcrunch-customer-kit/core';

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
