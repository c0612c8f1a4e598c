import type { CustomerDraft } from '../../customer/customer-draft.ts';
import { writtenEntries } from '../../customer/payload-custom-data.ts';

export function* entryWithoutProperty({ customData = [] }: CustomerDraft) {
  for (const { property, propertyPath } of writtenEntries(customData)) {
    if (!property?.trim()) {
      yield { code: 'entry-without-property', severity: 'error', path: propertyPath() } as const;
    }
  }
}
