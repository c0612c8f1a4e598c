/** Every exit code, as help and the README give them. A script may retry on 75 and on nothing else. */
export const exitCodes = [
  { code: 0, meaning: 'created, or a dry run' },
  { code: 1, meaning: 'HelpCrunch refused the customer, or the user ID is taken; none was created' },
  { code: 2, meaning: 'nothing was sent: fix something first, add --yes, or bad usage' },
  { code: 3, meaning: 'unknown: a customer may have been created; never retry without looking' },
  { code: 4, meaning: 'no usable API key' },
  { code: 5, meaning: 'something in between, such as a firewall, blocked it; none was created' },
  { code: 70, meaning: 'internal error; the draft is kept' },
  { code: 74, meaning: 'standard output could not be written; standard error says what came of it' },
  { code: 75, meaning: 'rate limited or not sent: none was created, and a retry is safe' },
  { code: 129, meaning: 'ended by SIGHUP' },
  { code: 130, meaning: 'cancelled' },
  { code: 131, meaning: 'ended by SIGQUIT' },
  { code: 143, meaning: 'ended by SIGTERM' },
] as const;
