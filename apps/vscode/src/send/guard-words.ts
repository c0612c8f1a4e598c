import type { SendPermit } from '@helpcrunch-customer-kit/core';

type SentRecently = Extract<SendPermit, { kind: 'sent-recently' }>;

export const inFlightWords = 'This customer is on its way already; it goes out once.';

/** The question before the same customer goes out again. */
export function sentRecentlyWords({ secondsAgo, customerExists }: SentRecently): string {
  const ago = secondsAgo === 1 ? '1 second ago' : `${secondsAgo} seconds ago`;
  return customerExists === 'yes'
    ? `The same customer was created ${ago}. Sending it again would create it twice.`
    : `The same customer was sent ${ago}, and may have been created. Sending it again could create it twice.`;
}

/** What is said before a customer goes out again that was changed, lost or meant for another account. */
export const againWords = {
  changed: 'The JSON was changed since; the customer goes out as it stands there now.',
  earlier: 'The JSON it came from is not to be found any more; the customer goes out as it was sent before.',
  hidden:
    'The JSON it came from is not to be found any more, and something like a key in it was not kept. Create it anew.',
  otherAccount: (now: string, before: string) => `It goes to ${now}; before it went to ${before}.`,
} as const;

/** What is said around sending once the wait after too many requests is over. */
export const waitWords = {
  title: (name: string, account: string) => `Sending ${name} to ${account}`,
  consent: (until: number, now: number) =>
    `It goes out when the wait is over, in ${Math.max(0, Math.ceil((until - now) / 1000))} seconds.`,
  accountGone: (account: string) => `Nothing was sent: the account ${account} is not here any more.`,
} as const;
