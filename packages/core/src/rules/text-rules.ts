import { quote } from '../customer/format.ts';
import { withoutInvisible } from '../customer/invisible.ts';
import { containsKeyLikeText, hiddenMark } from '../customer/key-like-text.ts';
import { type VariableName, variables, variablesIn } from '../reading/variables.ts';
import { isPlaceholderText } from './character-rules.ts';
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
  texts: 'url',
  checkText({ text }) {
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

export const noDigits = defineRule({
  code: 'no-digits',
  severity: 'advice',
  title: 'Phone number without a digit',
  why: 'HelpCrunch does not check phone numbers (documented), but a call needs digits.',
  example: '{"name": "Ada", "phone": "call me"}',
  message: ({ text, example }: { text: string; example: string }) =>
    `This phone number has no digits: ${quote(text)}. Example: ${example}`,
  checkText({ field, text }) {
    if (!field.needsDigits || /\p{Nd}/u.test(text) || isPlaceholderText(text)) return undefined;
    return withoutInvisible(text) === '' ? undefined : { text: text.trim(), example: String(field.example) };
  },
});

/** Characters that HelpCrunch has been seen to take in notes and custom values; not documented. */
const maxSeenCharacters = 255;

export const longText = defineRule({
  code: 'long-text',
  severity: 'advice',
  title: 'Long text',
  why: 'HelpCrunch has rejected notes and custom values over 255 characters (seen, not documented).',
  example: `{"name": "Ada", "notes": "${'Long story. '.repeat(22)}"}`,
  message: ({ characters, limit }: { characters: number; limit: number }) =>
    `This text has ${characters} characters. HelpCrunch has rejected more than ${limit}.`,
  checkText({ field, part, text }) {
    if (text.length <= maxSeenCharacters) return undefined;
    if (field.kind !== 'long-text' && !(field.kind === 'custom-data' && part === 'value')) return undefined;
    const trimmed = text.trim();
    // Code points, as a database counts them: an emoji is one.
    const characters = trimmed.length > maxSeenCharacters ? [...trimmed].length : 0;
    return characters > maxSeenCharacters ? { characters, limit: maxSeenCharacters } : undefined;
  },
});

export const loneSurrogate = defineRule({
  code: 'lone-surrogate',
  severity: 'error',
  title: 'Half a character',
  why: 'Half of a surrogate pair has no UTF-8 form, so something else would be stored.',
  example: '{"name": "Ada \\ud83d"}',
  message: () => 'This text contains half a character, probably of a cut emoji. Type it again.',
  texts: 'unusual',
  checkText: ({ text }) => (text.isWellFormed() ? undefined : {}),
});

/** The text itself is not a fact of the issue: what looks like a key is never repeated. */
export const keyLikeText = defineRule({
  code: 'key-like-text',
  severity: 'advice',
  title: 'Text that looks like an API key',
  why: 'HelpCrunch keys seen so far have 328 characters: A–Z, a–z, 0–9, +, /, = and -. In a file it is an error, since files are shared.',
  example: `{"name": "Ada", "company": "${'k'.repeat(328)}"}`,
  message: () => 'This looks like an API key. Remove it: a key is never part of a customer.',
  checkText: ({ text }, { inFile }) =>
    containsKeyLikeText(text) ? { severity: inFile ? 'error' : 'advice' } : undefined,
});

export const hiddenText = defineRule({
  code: 'hidden-text',
  severity: 'error',
  title: 'Hidden text',
  why: 'Drafts and everything shown leave out what looks like a key, so a customer copied from there lacks it.',
  example: '{"name": "Ada", "notes": "The key is [hidden]"}',
  message: () => '[hidden] replaces text that looked like an API key. Type the text again.',
  checkText: ({ text }) => (text.includes(hiddenMark) ? {} : undefined),
});

const variableNames = Object.keys(variables).map((name) => `{{${name}}}`);

export const unresolvedVariable = defineRule({
  code: 'unresolved-variable',
  severity: 'error',
  title: 'Variable without a value',
  why: `VS Code fills in ${variableNames.join(', ')} when it creates customers from JSON. Everywhere else, the text itself would be stored.`,
  example: '{"name": "Ada {{counter}}"}',
  message: ({ written }: { written: string }) =>
    `Only VS Code fills in ${written}, when it creates customers from JSON. Type the value here.`,
  checkText: ({ text }) => firstVariable(text, (name) => name !== undefined),
});

export const unknownVariable = defineRule({
  code: 'unknown-variable',
  severity: 'advice',
  title: 'Unknown variable',
  why: 'Text in double braces looks like a variable, but only these three have a value.',
  example: '{"name": "Ada {{number}}"}',
  message: ({ written }: { written: string }) =>
    `Unknown variable ${written}: it is sent as it is. Variables are ${variableNames.join(', ')}.`,
  checkText: ({ text }) => firstVariable(text, (name) => name === undefined),
});

/** The first of a text that is meant. */
function firstVariable(text: string, isMeant: (name: VariableName | undefined) => boolean) {
  const found = variablesIn(text).find(({ name }) => isMeant(name));
  return found && { written: found.written };
}
