import type { Issue } from '../create/outcome.ts';
import type { IssueCode, IssueWords, IssueWordsTable } from './issue-words.ts';
import { fieldWords } from './issues/field-words.ts';
import { fileWords } from './issues/file-words.ts';
import { listWords } from './issues/list-words.ts';
import { refusalWords } from './issues/refusal-words.ts';
import { shapeWords } from './issues/shape-words.ts';
import { textWords } from './issues/text-words.ts';

/** The words for every kind of issue. */
export const issueWords: IssueWordsTable<IssueCode> = {
  ...shapeWords,
  ...fieldWords,
  ...listWords,
  ...fileWords,
  ...textWords,
  ...refusalWords,
};

/** One sentence for an issue: what is wrong, and what to write instead. */
export function issueSentence(issue: Issue): string {
  // The table pairs each code with the words for it, which the type of an index access cannot express.
  const words = issueWords[issue.code] as IssueWords;
  return words.sentence(issue);
}
