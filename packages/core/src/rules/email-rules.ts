import type { DraftView } from '../customer/draft-view.ts';
import { quote } from '../customer/format.ts';
import { invisibleCharacters } from '../customer/invisible.ts';
import { isPlausibleEmail, suggestEmail } from './email-address.ts';
import { defineRule } from './rule.ts';

export const invalidEmail = defineRule({
  code: 'invalid-email',
  severity: 'error',
  title: 'Invalid email address',
  why: 'HelpCrunch rejects an invalid address (documented). Any plausible address passes here: plus signs, new and punycode domains.',
  example: '{"email": "ada.example.com"}',
  message: ({ address }: { address: string }) =>
    `Not a valid email address: ${quote(address)}. Example: ada@example.com`,
  *check(view) {
    for (const { path, address } of addressesIn(view)) {
      // The invisible character is an issue of its own.
      const isInvisible = invisibleCharacters(address).length > 0;
      if (!isInvisible && !isPlausibleEmail(address)) yield { path, address };
    }
  },
});

export const emailTypo = defineRule({
  code: 'email-typo',
  severity: 'advice',
  title: 'Email address with a likely typo',
  why: 'The domain is one or two letters away from a very common one. It may still be correct.',
  example: '{"email": "ada@gmial.com"}',
  message: ({ suggestion }: { suggestion: string }) => `Did you mean ${quote(suggestion)}?`,
  *check(view) {
    for (const { path, address } of addressesIn(view)) {
      const suggestion = isPlausibleEmail(address) ? suggestEmail(address) : undefined;
      if (suggestion !== undefined) yield { path, suggestion };
    }
  },
});

function* addressesIn({ texts }: DraftView) {
  for (const { field, text, path } of texts) {
    const address = text.trim();
    if (field.kind === 'email' && address !== '') yield { path: path(), address };
  }
}
