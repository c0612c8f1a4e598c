import { certainSuggestionCodes, type Issue, issueMessage, rules } from '../../src/rules/rules.ts';
import { issuesOfExample } from './issues-of-example.ts';
import { generatedNote, jsonBlock, page, table } from './markdown.ts';

const intro = `All issues that the kit finds in a customer. An *error* is what HelpCrunch is known to reject, what cannot be sent, or what
would be stored as something else. A customer with an error is never sent. Everything else is *advice*, and never blocks.
Each quoted message is for the example below it, on 15 January 2026.`;

const fixesNote = `A fix is *certain* when the value keeps its meaning, and the result has no issue of another kind. Fix all in an editor and
\`import --fix\` apply certain fixes only; everything else is a suggestion, and yours to choose. The suggestions of these rules
are certain: ${certainSuggestionCodes.map((code) => `\`${code}\``).join(', ')}.
A misspelled color is not: it may be another word.`;

type RuleRow = (typeof rules)[number];

/** docs/rules.md: a section for every issue code, so that `#code` links to it. */
export function rulesPage(): string {
  return page(
    generatedNote,
    '# Rules',
    intro,
    fixesNote,
    table(
      ['rule', '', 'issue'],
      rules.map((rule) => [`[\`${rule.code}\`](#${rule.code})`, exampleIssue(rule).severity, rule.title]),
    ),
    ...rules.flatMap(section),
  );
}

function section(rule: RuleRow): string[] {
  const { issue, severity } = exampleIssue(rule);
  return [
    `## ${rule.code}`,
    `**${rule.title}** (${severity})`,
    `> ${issueMessage(issue)}`,
    rule.why,
    rule.example === undefined
      ? 'No example: a short customer cannot show this issue.'
      : jsonBlock(rule.example),
  ];
}

/**
 * The issue as the real reader and the real rules find it in the example, and its severity, which may differ in a file.
 * @throws Error when the example of a rule does not have the issue: the page would not be true.
 */
export function exampleIssue({ code, severity, example, sample }: RuleRow): {
  issue: Issue;
  severity: string;
} {
  // The sample has the facts of its own rule, which the union of all rules cannot express.
  if (example === undefined) return { issue: { code, severity, ...sample } as Issue, severity };
  const { asOne, inFile } = issuesOfExample(example);
  const [one, listed] = [asOne, inFile].map((issues) => issues.find((issue) => issue.code === code));
  const issue = one ?? listed;
  if (!issue) throw new Error(`The example of ${code} does not have it.`);
  const inFileToo = listed && listed.severity !== issue.severity ? `, ${listed.severity} in a file` : '';
  return { issue, severity: `${issue.severity}${inFileToo}` };
}
