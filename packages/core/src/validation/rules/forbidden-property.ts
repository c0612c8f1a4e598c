import type { CustomerDraft } from '../../customer/customer-draft.ts';
import { payloadCustomData } from '../../customer/payload-custom-data.ts';
import { readingIssues } from '../reading-issues.ts';

/** The same finding as for a map's key, for the list form: what comes back is a map. */
export function* forbiddenProperty({ customData = [] }: CustomerDraft) {
  for (const { value, written } of payloadCustomData(customData)) {
    const key = value.property;
    if (key === '__proto__') yield readingIssues.forbiddenKey(written.propertyPath(), { key });
  }
}
