import type { CustomerDraft } from '../../customer/customer-draft.ts';
import { payloadTags } from '../../customer/payload-tags.ts';

/** Names are case-sensitive (documented): `VIP` and `vip` are two tags. */
export function* duplicateTag({ tags = [] }: CustomerDraft) {
  const firstPaths = new Map<string, string>();
  for (const { value, path } of payloadTags(tags)) {
    const firstPath = firstPaths.get(value.name);
    if (firstPath === undefined) firstPaths.set(value.name, path);
    else yield { code: 'duplicate-tag', severity: 'advice', path, name: value.name, firstPath } as const;
  }
}
