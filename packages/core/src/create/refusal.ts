import { type ApiError, apiErrorPath } from '../api/api-error.ts';
import type { CustomerDraft } from '../customer/draft.ts';
import { draftPaths } from '../customer/draft-path.ts';
import { refused } from '../rules/refused.ts';

export type Refusal = ReturnType<typeof refused.at>;

/** The first entry of every error body (documented). */
const openingCode = 'invalid_request';

/**
 * Turns error entries into issues at the places where the person wrote the rejected values. The opening entry, which only
 * says "Invalid request", is left out unless it is the only one.
 */
export function toRefusals(errors: readonly ApiError[], draft: CustomerDraft): Refusal[] {
  const toDraft = draftPaths(draft);
  const specific = errors.filter(({ code }) => code !== openingCode);
  return (specific.length > 0 ? specific : errors).map(({ code, message }) => {
    const payloadPath = code === undefined ? undefined : apiErrorPath(code);
    const path = payloadPath === undefined ? '' : toDraft(payloadPath);
    return refused.at(path, { message: message ?? '', apiCode: code });
  });
}
