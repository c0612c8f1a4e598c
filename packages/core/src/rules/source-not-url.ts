import { quote } from '../customer/format.ts';
import { withoutInvisible } from '../customer/invisible.ts';
import { defineRule } from './rule.ts';

export const sourceNotUrl = defineRule({
  code: 'source-not-url',
  severity: 'advice',
  title: 'Source that is not a URL',
  why: 'It is the URL where the customer first landed (documented); whether HelpCrunch checks it is not known.',
  example: '{"name": "Ada", "source": "example.com/pricing"}',
  message: ({ suggestion, scheme }: { suggestion: string | undefined; scheme?: string | undefined }) =>
    scheme !== undefined
      ? `This URL starts with ${quote(scheme)}, which is not a page of the web. Example: https://example.com/pricing`
      : suggestion === undefined
        ? 'Not a full URL. Example: https://example.com/pricing'
        : `Not a full URL. Did you mean ${quote(suggestion)}?`,
  checkText({ field, text }) {
    if (field.kind !== 'url') return undefined;
    const address = withoutInvisible(text);
    if (address === '' || isWebAddress(address)) return undefined;
    const scheme = /^(?!https?:)[a-z][a-z+-]*:(?!\d)/i.exec(address)?.[0];
    return { suggestion: suggestAddress(address), scheme };
  },
});

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text);
}

/** `example.com/pricing` → `https://example.com/pricing`. */
function suggestAddress(text: string): string | undefined {
  return /^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(text) ? `https://${text}` : undefined;
}
