import { oneLine, quote } from '../customer/format.ts';
import { defineRule } from './rule.ts';

/** HelpCrunch rejected a part of the customer; `message` is its own text, empty when it gave none. */
export const refused = defineRule({
  code: 'refused',
  severity: 'error',
  title: 'Rejected by HelpCrunch',
  why: 'HelpCrunch\'s answer names this place; its own text follows "HelpCrunch says". Change the value before sending again: the same request gets the same answer (documented).',
  sample: { path: '/email', message: 'This value is not a valid email address.', apiCode: 'email' },
  message: ({ message, apiCode }: { message: string; apiCode: string | undefined }) => {
    if (apiCode === 'invalid_userId_value')
      return 'HelpCrunch rejected this user ID: it is taken or malformed.';
    if (message !== '') return `HelpCrunch says: ${oneLine(message, 300)}`;
    return apiCode === undefined
      ? 'HelpCrunch rejected this without a reason.'
      : `HelpCrunch rejected this: ${quote(apiCode)}.`;
  },
});
