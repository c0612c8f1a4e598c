import type { CustomerDraft } from '../../customer/customer-draft.ts';

export function* sourceNotUrl({ source }: CustomerDraft) {
  const text = source?.trim();
  if (text && !isWebAddress(text)) {
    yield {
      code: 'source-not-url',
      severity: 'advice',
      path: '/source',
      suggestion: suggestAddress(text),
    } as const;
  }
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text);
}

/** `example.com/pricing` → `https://example.com/pricing`. */
function suggestAddress(text: string): string | undefined {
  return /^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(text) ? `https://${text}` : undefined;
}
