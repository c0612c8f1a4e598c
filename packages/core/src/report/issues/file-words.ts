import type { IssueWordsTable } from '../issue-words.ts';
import { quote } from '../quote.ts';

/** Words for what is wrong between the customers of one file. */
export const fileWords: IssueWordsTable<'duplicate-user-id' | 'duplicate-email'> = {
  'duplicate-user-id': {
    title: 'A userId that two customers of a list have',
    sentence: ({ userId, first }) =>
      `Customer ${first} of this list has the userId ${quote(userId)} already; HelpCrunch refuses one that is taken.`,
    why: 'A userId is unique in the organisation (documented), so that of two customers the later one would be refused.',
    example: '[{"name": "Ada", "userId": "1843"}, {"name": "Grace", "userId": "1843"}]',
  },
  'duplicate-email': {
    title: 'An e-mail address that two customers of a list have',
    sentence: ({ email, first }) =>
      `Customer ${first} of this list has the address ${quote(email)} already; this makes a second customer with it.`,
    why: 'An address is not unique to HelpCrunch (documented): the same one again most likely makes a second customer.',
    example: '[{"name": "Ada", "email": "ada@example.com"}, {"name": "Grace", "email": "ADA@example.com"}]',
  },
};
