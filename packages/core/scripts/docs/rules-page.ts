import type { Issue } from '../../src/create/outcome.ts';
import { issueSentence, issueWords } from '../../src/report/issue-sentence.ts';
import type { IssueCode } from '../../src/report/issue-words.ts';
import { issuesOfExample } from './issues-of-example.ts';
import { generatedNote, jsonBlock, page, table } from './markdown.ts';

const intro = `Everything the kit may find wrong with a customer. An *error* is what HelpCrunch is known to refuse, what cannot be
sent, or what would be stored as something other than what was written: it is never sent. Everything else is *advice*,
and never blocks. Each sentence below is what the kit says to the example that follows it, on 15 January 2026.`;

type Words = (typeof issueWords)[IssueCode];

interface Rule {
  readonly code: string;
  readonly words: Words;
  /** The issue as the real reader and the real rules find it. */
  readonly issue: Issue;
  /** How it is judged: what is advice may be an error in a file. */
  readonly severity: string;
}

/** docs/rules.md: a section for every issue code, under its code, so that `#code` leads to it. */
export function rulesPage(): string {
  const rules = Object.entries(issueWords).map(
    ([code, words]): Rule => ({ code, words, ...judged(code, words) }),
  );
  return page(
    generatedNote,
    '# Rules',
    intro,
    table(
      ['rule', '', 'what it finds'],
      rules.map(({ code, words, severity }) => [`[\`${code}\`](#${code})`, severity, words.title]),
    ),
    ...rules.flatMap(section),
  );
}

function section({ code, words, issue, severity }: Rule): string[] {
  return [
    `## ${code}`,
    `**${words.title}** (${severity})`,
    `> ${issueSentence(issue)}`,
    words.why,
    'example' in words
      ? jsonBlock(words.example)
      : 'There is no example: no customer that is written down shows it.',
  ];
}

/** @throws Error when the example of a rule does not have it: the page would not be true. */
function judged(code: string, words: Words): Pick<Rule, 'issue' | 'severity'> {
  if ('sample' in words) return { issue: words.sample, severity: words.sample.severity };
  const { asOne, inFile } = issuesOfExample(words.example);
  const [one, listed] = [asOne, inFile].map((issues) => issues.find((issue) => issue.code === code));
  const issue = one ?? listed;
  if (!issue) throw new Error(`The example of ${code} does not have it.`);
  const inFileToo = listed && listed.severity !== issue.severity ? `, ${listed.severity} in a file` : '';
  return { issue, severity: `${issue.severity}${inFileToo}` };
}
