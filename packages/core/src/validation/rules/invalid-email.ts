import type { CustomerDraft } from '../../customer/customer-draft.ts';
import { isPlausibleEmail } from '../email-address.ts';

export function* invalidEmail({ email }: CustomerDraft) {
  const address = email?.trim();
  if (address && !isPlausibleEmail(address)) {
    yield { code: 'invalid-email', severity: 'error', path: '/email', address } as const;
  }
}
