import type { WrittenText } from '../customer/draft-view.ts';
import { quote } from '../customer/format.ts';
import {
  controlCharacters,
  invisibleCharacters,
  withoutControls,
  withoutInvisible,
} from '../customer/invisible.ts';
import { defineRule } from './rule.ts';

// Rules for characters that people cannot see, or that are damaged.

export const invisibleCharacter = defineRule({
  code: 'invisible-character',
  severity: 'error',
  title: 'Invisible character',
  why: 'Two values look equal, but are not. Such characters come along when text is copied. Emoji and scripts that need joiners keep theirs.',
  example: '{"name": "Ada", "userId": "user-1843\\u200b"}',
  /** `part` tells the property of a map from its value, which has the same path. */
  message: ({
    characters,
  }: {
    characters: readonly string[];
    suggestion: string;
    part: WrittenText['part'] | undefined;
  }) =>
    `This has the invisible ${characters.length === 1 ? 'character' : 'characters'} ${characters.join(', ')}. Remove ${characters.length === 1 ? 'it' : 'them'}.`,
  texts: 'unusual',
  checkText(written) {
    const { characters, suggestion } = unwantedCharacters(written);
    return characters.length > 0 && suggestion !== ''
      ? { characters, suggestion, part: written.part }
      : undefined;
  },
});

/** The characters of a text that have to go, by what the text is for, and the text without them. */
function unwantedCharacters({ field, part, text }: Pick<WrittenText, 'field' | 'part' | 'text'>): {
  characters: readonly string[];
  suggestion: string;
} {
  if (part === 'name' || part === 'property') {
    const options = { keepSequences: true };
    return { characters: invisibleCharacters(text, options), suggestion: withoutInvisible(text, options) };
  }
  if (part === 'value' || field.isProse) {
    return { characters: controlCharacters(text), suggestion: withoutControls(text) };
  }
  return { characters: invisibleCharacters(text), suggestion: withoutInvisible(text) };
}

export const replacementCharacter = defineRule({
  code: 'replacement-character',
  severity: 'advice',
  title: 'Damaged character',
  why: 'U+FFFD replaces a character that a program could not read. An email with it cannot be right.',
  example: '{"name": "J\\ufffdrgen"}',
  message: () => 'This has the character U+FFFD, which replaces a damaged one. Type the text again.',
  texts: 'unusual',
  checkText({ field, text }) {
    if (!text.includes('\ufffd')) return undefined;
    return { severity: field.kind === 'email' ? 'error' : 'advice' };
  },
});

const placeholder =
  /^\s*(?:(?:undefined|null|NULL|nil|nan|NaN|None|[Nn]\/[Aa]|<null>|\(null\)|\[object Object\]|\\N|#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|ERROR!))(?:\s+|$))+$/;

/** True for a text that a program wrote for a missing value, such as `#N/A`. */
export function isPlaceholderText(text: string): boolean {
  return placeholder.test(text);
}

export const placeholderText = defineRule({
  code: 'placeholder-text',
  severity: 'advice',
  title: 'Text that a program wrote for a missing value',
  why: 'Programs, databases, and spreadsheets write a missing value as one of these texts.',
  example: '{"name": "null", "email": "ada@example.com"}',
  message: ({ text }: { text: string }) =>
    `The text "${text}" usually stands for a missing value. Remove it.`,
  checkText: ({ text }) => (isPlaceholderText(text) ? { text: text.trim() } : undefined),
});

const shortNumber = /^\s*[+-]?\d(?:[.,]\d+)?E\+\d{1,3}\s*$/i;

export const shortenedNumber = defineRule({
  code: 'shortened-number',
  severity: 'advice',
  title: 'Number in short form',
  why: 'Spreadsheets write a long number as 3.8E+11. What they do not show is lost when the table is saved.',
  example: '{"name": "Ada", "phone": "3.80E+11"}',
  message: ({ text }: { text: string }) =>
    `The number ${quote(text)} is in the short form of spreadsheets and may have lost digits. Type all of them.`,
  checkText({ field, part, text }) {
    const isNumber = field.acceptsDigits || (field.kind === 'custom-data' && part === 'value');
    return isNumber && shortNumber.test(text) ? { text: text.trim() } : undefined;
  },
});
