import type { ApiError } from '../api/api-error.ts';
import { apiErrorPath } from '../api/api-error-path.ts';
import type { CustomerDraft } from '../customer/customer-draft.ts';
import { draftPaths } from '../customer/draft-path.ts';
import type { JsonPointer } from '../customer/json-pointer.ts';

/** HelpCrunch's own no to a part of the customer; `''` is the customer as a whole. */
export interface Refusal {
  readonly code: 'refused';
  readonly severity: 'error';
  readonly path: JsonPointer;
  /** HelpCrunch's words, untranslated; empty when it gave none. */
  readonly said: string;
  readonly apiCode: string | undefined;
}

/** What every error body opens with, before the entries that say something (documented). */
const opening = 'invalid_request';

/**
 * Turns error entries into issues at the places where the person wrote what was refused. The opening entry, which only
 * says "Invalid request", is left out unless it is all there is.
 */
export function toRefusals(errors: readonly ApiError[], draft: CustomerDraft): Refusal[] {
  const toDraft = draftPaths(draft);
  const telling = errors.filter(({ code }) => code !== opening);
  return (telling.length > 0 ? telling : errors).map(({ code, message }) => {
    const payloadPath = code === undefined ? undefined : apiErrorPath(code);
    const path = payloadPath === undefined ? '' : toDraft(payloadPath);
    return { code: 'refused', severity: 'error', path, said: message ?? '', apiCode: code };
  });
}
