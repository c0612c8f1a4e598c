import type { CustomerDraft } from '../customer/customer-draft.ts';
import type { CreateCustomerPayload } from '../customer/customer-payload.ts';
import { draftPaths } from '../customer/draft-path.ts';
import type { JsonObject } from '../customer/json-value.ts';
import { type AnswerComparison, compareAnswer } from './compare-answer.ts';

/** `compareAnswer`, with the paths of what the person wrote instead of the payload's. */
export function compareWithDraft(
  draft: CustomerDraft,
  payload: CreateCustomerPayload,
  answer: JsonObject,
): AnswerComparison {
  const { dropped, changed } = compareAnswer(payload, answer);
  const toDraft = draftPaths(draft);
  return {
    dropped: dropped.map(toDraft),
    changed: changed.map((change) => ({ ...change, path: toDraft(change.path) })),
  };
}
