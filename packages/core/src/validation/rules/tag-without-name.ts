import type { CustomerDraft } from '../../customer/customer-draft.ts';
import { toPointer } from '../../customer/json-pointer.ts';

export function* tagWithoutName({ tags = [] }: CustomerDraft) {
  for (const [index, { name }] of tags.entries()) {
    if (!name?.trim()) {
      yield {
        code: 'tag-without-name',
        severity: 'error',
        path: toPointer(['tags', index, 'name']),
      } as const;
    }
  }
}
