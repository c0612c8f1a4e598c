import type { CustomerDraft } from '../../customer/customer-draft.ts';
import { payloadCustomData, type WrittenEntry } from '../../customer/payload-custom-data.ts';

export function* duplicateProperty({ customData = [] }: CustomerDraft) {
  const firsts = new Map<string, WrittenEntry>();
  for (const { value, written } of payloadCustomData(customData)) {
    const { property } = value;
    const first = firsts.get(property);
    if (first === undefined) firsts.set(property, written);
    else {
      const [path, firstPath] = [written.path(), first.path()];
      yield { code: 'duplicate-property', severity: 'advice', path, property, firstPath } as const;
    }
  }
}
