import { buildPayload } from '../../customer/build-payload.ts';
import type { CustomerDraft } from '../../customer/customer-draft.ts';

/** Any one of name, email and userId is enough (documented advice). */
export function* noIdentity(draft: CustomerDraft) {
  const { name, email, userId, ...others } = buildPayload(draft);
  if (!name && !email && !userId && Object.keys(others).length > 0) {
    yield { code: 'no-identity', severity: 'advice', path: '' } as const;
  }
}
