import type { CustomerDraft } from '../../customer/customer-draft.ts';
import { isPlausibleEmail, suggestEmail } from '../email-address.ts';

export function* emailTypo({ email }: CustomerDraft) {
  const address = email?.trim();
  const suggestion = address && isPlausibleEmail(address) ? suggestEmail(address) : undefined;
  if (suggestion) {
    yield { code: 'email-typo', severity: 'advice', path: '/email', suggestion } as const;
  }
}
