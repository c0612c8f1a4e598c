import type { IssueWordsTable } from '../issue-words.ts';
import { parserProblem } from '../parser-problem.ts';
import { quote } from '../quote.ts';

/** Words for what is wrong with JSON as text, whatever it describes. */
export const textWords: IssueWordsTable<
  | 'not-json'
  | 'too-large'
  | 'too-deep'
  | 'duplicate-key'
  | 'inexact-number'
  | 'lone-surrogate'
  | 'forbidden-key'
  | 'key-like-text'
  | 'hidden-text'
> = {
  'not-json': {
    title: 'Not JSON',
    sentence: ({ problem }) => `This is not JSON: ${parserProblem(problem)}.`,
    why: 'Comments and trailing commas are fine; anything else has to be JSON before it can be read as a customer.',
    example: '{"name": "Ada Lovelace"',
  },
  'too-large': {
    title: 'Too large to read',
    sentence: ({ characters, limit }) => `The text has ${characters} characters; up to ${limit} are read.`,
    why: 'A customer takes a few thousand characters. The limit keeps the wrong file from stalling the kit.',
    sample: {
      code: 'too-large',
      severity: 'error',
      path: '',
      characters: 5_000_000,
      limit: 4_000_000,
    },
  },
  'too-deep': {
    title: 'Nested too deep',
    sentence: ({ limit }) => `Lists and objects are nested more than ${limit} levels deep.`,
    why: 'A customer needs four levels. The limit keeps hostile input from exhausting the stack.',
    example: '['.repeat(101),
  },
  'duplicate-key': {
    title: 'The same key twice',
    sentence: ({ key }) => `The key ${quote(key)} stands here twice; keep one of them.`,
    why: 'JSON readers keep one of the two and drop the other in silence, so something written would be lost.',
    example: '{"name": "Ada", "name": "Grace"}',
  },
  'inexact-number': {
    title: 'A number that JSON cannot carry exactly',
    sentence: ({ written, stored }) =>
      written === stored
        ? `The number ${quote(written)} cannot be carried exactly; write it as text, in quotes.`
        : `The number ${quote(written)} would be stored as ${stored}; write it as text, in quotes.`,
    why: 'JSON numbers are read as 64-bit floats (IEEE 754): beyond 2^53, and beyond 17 digits, they are rounded.',
    example: '{"name": "Ada", "customData": {"account": 12345678901234567890}}',
  },
  'lone-surrogate': {
    title: 'Half a character',
    sentence: () =>
      'This text holds half of a character, most likely an emoji that was cut in two; type it again.',
    why: 'Half of a surrogate pair has no UTF-8 form, so something other than what was written would be stored.',
    example: '{"name": "Ada \\ud83d"}',
  },
  'forbidden-key': {
    title: 'A key that cannot be used',
    sentence: ({ key }) => `The key ${quote(key)} cannot be used; choose another name.`,
    why: '`__proto__` means the prototype of an object to JavaScript programs on the way, and gets lost in them.',
    example: '{"name": "Ada", "customData": {"__proto__": "x"}}',
  },
  'key-like-text': {
    title: 'Text that looks like an API key',
    sentence: () => 'This text looks like an API key; a key never belongs to a customer, so remove it.',
    why: 'Keys of HelpCrunch have been seen to be 328 characters of A–Z, a–z, 0–9, +, /, = and -. The text itself is never repeated by the kit. In a file it is an error, since files are shared.',
    example: `{"name": "Ada", "company": "${'k'.repeat(328)}"}`,
  },
  'hidden-text': {
    title: 'A text of which a part was hidden',
    sentence: () =>
      'This holds [hidden], which stands for something that looked like an API key; write it again.',
    why: 'Drafts and everything shown leave out what looks like a key, so a customer taken from there lacks it.',
    example: '{"name": "Ada", "notes": "The key is [hidden]"}',
  },
};
