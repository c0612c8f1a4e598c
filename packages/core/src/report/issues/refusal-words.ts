import type { IssueWordsTable } from '../issue-words.ts';
import { oneLine } from '../one-line.ts';
import { quote } from '../quote.ts';

/** Words for what HelpCrunch itself said no to. */
export const refusalWords: IssueWordsTable<'refused'> = {
  refused: {
    title: 'Refused by HelpCrunch',
    sentence: ({ said, apiCode }) => {
      if (apiCode === 'invalid_userId_value')
        return 'HelpCrunch refused this userId: it is taken, or malformed.';
      if (said !== '') return `HelpCrunch says: ${oneLine(said, 300)}`;
      return apiCode === undefined
        ? 'HelpCrunch refused this and gave no reason.'
        : `HelpCrunch refused this: ${quote(apiCode)}.`;
    },
    why: 'The answer to the request named this place, in the words that stand after "HelpCrunch says". Change it before sending again: the same request gets the same answer (documented).',
    sample: {
      code: 'refused',
      severity: 'error',
      path: '/email',
      said: 'This value is not a valid email address.',
      apiCode: 'email',
    },
  },
};
