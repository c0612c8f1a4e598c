import type { CustomerDraft } from '../../customer/customer-draft.ts';
import { toPointer } from '../../customer/json-pointer.ts';
import { isCssColor, suggestCssColor } from '../css-color.ts';

export function* unknownColor({ tags = [] }: CustomerDraft) {
  for (const [index, tag] of tags.entries()) {
    const color = tag.color?.trim();
    if (color && !isCssColor(color)) {
      const path = toPointer(['tags', index, 'color']);
      yield {
        code: 'unknown-color',
        severity: 'error',
        path,
        color,
        suggestion: suggestCssColor(color),
      } as const;
    }
  }
}
