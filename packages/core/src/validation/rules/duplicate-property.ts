import type { CustomerDraft } from '../../customer/customer-draft.ts';
import { payloadCustomData } from '../../customer/payload-custom-data.ts';

export function* duplicateProperty({ customData = [] }: CustomerDraft) {
  const firstPaths = new Map<string, string>();
  for (const { value, path } of payloadCustomData(customData)) {
    const { property } = value;
    const firstPath = firstPaths.get(property);
    if (firstPath === undefined) firstPaths.set(property, path);
    else yield { code: 'duplicate-property', severity: 'advice', path, property, firstPath } as const;
  }
}
