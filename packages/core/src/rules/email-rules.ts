import type { WrittenText } from '../customer/draft-view.ts';
import { quote } from '../customer/format.ts';
import { invisibleCharacters } from '../customer/invisible.ts';
import { addressesWithin, addressWithin, isPlausibleEmail, suggestEmail } from './email-address.ts';
import { defineRule } from './rule.ts';

export const invalidEmail = defineRule({
  code: 'invalid-email',
  severity: 'error',
  title: 'Invalid email address',
  why: 'HelpCrunch rejects an invalid address (documented). Any plausible address passes here: plus signs, new and punycode domains.',
  example: '{"email": "ada.example.com"}',
  message: ({ address, suggestion }: { address: string; suggestion: string | undefined }) =>
    suggestion === undefined && addressesWithin(address).length > 1
      ? `A customer has one email address, but this has several: ${quote(address)}. Keep one of them.`
      : suggestion === undefined
        ? `Not a valid email address: ${quote(address)}. Example: ada@example.com`
        : `Not a valid email address: ${quote(address)}. Did you mean ${quote(suggestion)}?`,
  checkText(written) {
    const address = addressIn(written);
    if (address === undefined || isPlausibleEmail(address)) return undefined;
    // The invisible character is an issue of its own.
    if (invisibleCharacters(address).length > 0) return undefined;
    return { address, suggestion: addressWithin(address) };
  },
});

export const emailTypo = defineRule({
  code: 'email-typo',
  severity: 'advice',
  title: 'Email address with a likely typo',
  why: 'The domain is one or two letters away from a very common one. It may still be correct.',
  example: '{"email": "ada@gmial.com"}',
  message: ({ suggestion }: { suggestion: string }) => `Did you mean ${quote(suggestion)}?`,
  checkText(written) {
    const address = addressIn(written);
    if (address === undefined || !isPlausibleEmail(address)) return undefined;
    const suggestion = suggestEmail(address);
    return suggestion === undefined ? undefined : { suggestion };
  },
});

function addressIn({ field, text }: WrittenText): string | undefined {
  return field.kind === 'email' ? text.trim() || undefined : undefined;
}
