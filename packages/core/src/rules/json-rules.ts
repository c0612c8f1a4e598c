import { quote } from '../customer/format.ts';
import { defineRule } from './rule.ts';

// Rules for JSON as text, whatever it describes. The readers report them.

export const notJson = defineRule({
  code: 'not-json',
  severity: 'error',
  title: 'Invalid JSON',
  why: 'Comments and trailing commas are fine; everything else must be JSON.',
  example: '{"name": "Ada Lovelace"',
  /**
   * `offset` and `length` count UTF-16 units in the untouched text; `problem` is the parser's own code; `detail` names the
   * actual character or form, where it is known.
   */
  message: ({
    parserCode,
    detail,
  }: {
    offset: number;
    length: number;
    parserCode: string;
    detail: string | undefined;
  }) => `Invalid JSON: ${detail ?? syntaxMessages[parserCode] ?? 'this cannot be read'}.`,
});

/** The parser's codes as messages. */
export const syntaxMessages: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this word is not valid; put text in double quotes',
  InvalidNumberFormat: 'this is not a valid number',
  PropertyNameExpected: 'expected a key in double quotes',
  ValueExpected: 'expected a value',
  ColonExpected: 'expected a colon between key and value',
  CommaExpected: 'expected a comma',
  CloseBraceExpected: 'the closing brace } is missing',
  CloseBracketExpected: 'the closing bracket ] is missing',
  InvalidCommentToken: 'comments are not allowed here',
  EndOfFileExpected: 'there is more text after the end',
  UnexpectedEndOfComment: 'the end of this comment is missing',
  UnexpectedEndOfString: 'the closing double quote of this text is missing',
  UnexpectedEndOfNumber: 'this number is not complete',
  InvalidUnicode: 'this \\u escape is not complete',
  InvalidEscapeCharacter: 'this text has a backslash that JSON does not know; write \\\\ for a backslash',
  InvalidCharacter: 'escape this control character',
};

export const tooLarge = defineRule({
  code: 'too-large',
  severity: 'error',
  title: 'Text too large',
  why: 'A customer takes a few thousand characters. The limit keeps a wrong file from blocking the kit.',
  sample: { path: '', characters: 5_000_000, limit: 4_000_000 },
  message: ({ characters, limit }: { characters: number; limit: number }) =>
    `The text has ${characters} characters. The limit is ${limit}.`,
});

export const tooDeep = defineRule({
  code: 'too-deep',
  severity: 'error',
  title: 'Nested too deep',
  why: 'A customer needs four levels. The limit keeps hostile input from exhausting the stack.',
  example: '['.repeat(101),
  message: ({ limit }: { limit: number }) => `Lists and objects are nested more than ${limit} levels deep.`,
});

export const duplicateKey = defineRule({
  code: 'duplicate-key',
  severity: 'error',
  title: 'Duplicate key',
  why: 'JSON readers keep one of the two values and drop the other silently.',
  example: '{"name": "Ada", "name": "Grace"}',
  message: ({ key }: { key: string }) => `The key ${quote(key)} is used twice. Keep one of them.`,
});

export const tooManyCustomers = defineRule({
  code: 'many-customers',
  severity: 'advice',
  title: 'More customers than are checked',
  why: 'Checking more would delay every keystroke.',
  sample: { path: '', count: 60_000, limit: 50_000 },
  message: ({ count, limit }: { count: number; limit: number }) =>
    `Only the first ${limit} of ${count} customers in this file are checked. Split the file.`,
});
