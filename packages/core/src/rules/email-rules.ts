import { quote } from '../customer/format.ts';
import { invisibleCharacters } from '../customer/invisible.ts';
import { closestWord } from './closest-word.ts';
import { defineRule } from './rule.ts';

/** No blank, no second at-sign and no bracket in a plain local part; a quoted one may hold anything but a quote. */
const localPart = /^(?:"[^"\r\n]+"|[^\s@<>()[\]\\,;:"]+)$/u;
/** Letters and digits of any script, dashes inside: young top-level domains and punycode pass. */
const domainLabel = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}])?$/u;

/**
 * True for every address that someone could have: a local part, an at-sign, and a domain of two labels or more whose
 * last is not a number. Lengths are those of RFC 5321.
 */
export function isPlausibleEmail(address: string): boolean {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const labels = address.slice(at + 1).split('.');
  return (
    at > 0 &&
    address.length <= 254 &&
    local.length <= 64 &&
    localPart.test(local) &&
    labels.length >= 2 &&
    labels.every((label) => label.length <= 63 && domainLabel.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  );
}

/** No text with an address in it that someone could have copied is longer. */
const maxAround = 400;

/**
 * The one address in a text that is copied with what is around it: `Ada <ada@example.com>`, `mailto:ada@example.com`,
 * `ada@example.com,`; `undefined` when there is none, or more than one.
 */
function addressWithin(text: string): string | undefined {
  const [only, ...others] = addressesWithin(text);
  return only !== text && others.length === 0 ? only : undefined;
}

/** Each plausible address in a text, once; characters of full width count as what they mean. */
function addressesWithin(text: string): readonly string[] {
  if (text.length > maxAround) return [];
  const plain = text.normalize('NFKC').replaceAll('\u3002', '.');
  const found = plain.match(/[^\s@<>()[\]\\,;:"']+@[\p{L}\p{M}\p{N}._-]+/gu) ?? [];
  return [...new Set(found.map((one) => one.replace(/\.+$/, '')))].filter(isPlausibleEmail);
}

/** Where most people have their mail. Real domains that look like these are listed too, so that none is called a typo. */
const knownDomains: ReadonlySet<string> = new Set([
  'gmail.com',
  'googlemail.com',
  'ymail.com',
  'mail.com',
  'email.com',
  'gmx.com',
  'gmx.de',
  'gmx.net',
  'yahoo.com',
  'yahoo.co.uk',
  'yahoo.fr',
  'yahoo.de',
  'yahoo.it',
  'yahoo.es',
  'yahoo.ca',
  'yahoo.co.in',
  'yahoo.com.br',
  'hotmail.com',
  'hotmail.co.uk',
  'hotmail.fr',
  'hotmail.de',
  'hotmail.it',
  'hotmail.es',
  'hotmail.ca',
  'outlook.com',
  'outlook.fr',
  'outlook.de',
  'outlook.es',
  'live.com',
  'live.ca',
  'icloud.com',
  'proton.me',
  'protonmail.com',
  'ukr.net',
  'mail.ru',
  'aol.com',
]);

/** The few where a slip of the finger is more likely than another provider. */
const oftenMistyped = [
  'gmail.com',
  'googlemail.com',
  'yahoo.com',
  'hotmail.com',
  'outlook.com',
  'icloud.com',
  'protonmail.com',
];

/** The address that was most likely meant: `ada@gmial.com` → `ada@gmail.com`; `undefined` when nothing looks mistyped. */
export function suggestEmail(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).toLowerCase();
  if (knownDomains.has(domain) || domain.length > 20) return undefined;
  const meant = closestWord(domain, oftenMistyped, 2);
  return meant === undefined || isAnotherCountry(domain, meant)
    ? undefined
    : address.slice(0, at + 1) + meant;
}

/** `yahoo.ca` is not a typo: the name is right and the ending is a country's. */
function isAnotherCountry(domain: string, meant: string): boolean {
  const [name, ...ending] = domain.split('.');
  const isCountry =
    ending.length > 0 &&
    ending.every((label) => label.length === 2) &&
    !['cm', 'co', 'om'].includes(ending.join('.'));
  return name === meant.split('.')[0] && isCountry;
}

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
  texts: 'email',
  checkText({ text }) {
    const address = text.trim();
    if (address === '' || isPlausibleEmail(address)) return undefined;
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
  texts: 'email',
  checkText({ text }) {
    const address = text.trim();
    if (!isPlausibleEmail(address)) return undefined;
    const suggestion = suggestEmail(address);
    return suggestion === undefined ? undefined : { suggestion };
  },
});

export const nameIsEmail = defineRule({
  code: 'name-is-email',
  severity: 'advice',
  title: 'Email address as a name',
  why: 'A name is only shown; emails and the duplicate check go by the email. A name may be one, so it stays.',
  example: '{"name": "ada@example.com"}',
  message: () => 'This name is an email address, and the email is missing. Move it to the email, or add one.',
  check({ payload: { name, email } }, { unread }) {
    if (name === undefined || email !== undefined || unread.covers('/email')) return [];
    return isPlausibleEmail(name) ? [{ path: '/name' }] : [];
  },
});
