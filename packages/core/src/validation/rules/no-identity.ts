import { buildPayload } from '../../customer/build-payload.ts';
import type { CustomerDraft } from '../../customer/customer-draft.ts';
import type { RuleContext } from '../rule-context.ts';

/** Any one of name, email and userId is enough (documented advice). */
export function* noIdentity(draft: CustomerDraft, { unread }: RuleContext) {
  const { name, email, userId, ...others } = buildPayload(draft);
  const isThere = name || email || userId || ['/name', '/email', '/userId'].some(unread.covers);
  if (!isThere && Object.keys(others).length > 0) {
    yield { code: 'no-identity', severity: 'advice', path: '' } as const;
  }
}
