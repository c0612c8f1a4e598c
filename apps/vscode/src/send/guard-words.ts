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
