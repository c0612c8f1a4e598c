import { formatCharacter, invisibleCharacters } from '../customer/invisible.ts';
import { findCommand } from './request-command.ts';

/** What a text is that people take for a customer in JSON. */
export type TextForm = 'fence' | 'curl' | 'powershell' | 'html' | 'csv';

const formDetails: Readonly<Record<TextForm, string>> = {
  fence: 'remove the Markdown fence ``` before and after it',
  curl: 'this is a curl command; only its body is JSON',
  powershell: 'this is a PowerShell command; only its body is JSON',
  html: 'this is HTML or XML',
  csv: 'this looks like CSV; use the import command for it',
};

/**
 * What is wrong at an offset of text that is not JSON: the actual character, or the form of the whole text, with what to do.
 * `undefined` when the parser's own code says as much. Never repeats more than a word of the text.
 */
export function syntaxDetail(text: string, offset: number): string | undefined {
  const form = textForm(text);
  return form ? formDetails[form] : characterAt(text, offset);
}

/** The form of a text that is not JSON; `undefined` when it is most likely JSON with an error in it. */
export function textForm(text: string): TextForm | undefined {
  const command = findCommand(text)?.text;
  if (command !== undefined) return /^curl/i.test(command) ? 'curl' : 'powershell';
  const start = text.slice(0, maxFormCharacters).trimStart();
  if (start.startsWith('```')) return 'fence';
  if (/^<(?:!doctype|html|\?xml)/i.test(start)) return 'html';
  const [head = '', row = ''] = start.split(/\r?\n/, 2);
  const separator = /[,;\t|]/.exec(head)?.[0];
  const isTable = separator !== undefined && row.includes(separator) && /^[\w"][^{}[\]:]*$/.test(head);
  return isTable ? 'csv' : undefined;
}

/** A text shows its form at its start. */
const maxFormCharacters = 20_000;

const typographicQuotes = /[\u2018-\u201f\u2039\u203a\u00ab\u00bb\u300c\u300d\uff02]/;

function characterAt(text: string, offset: number): string | undefined {
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0x20);
  if (typographicQuotes.test(character)) {
    return `replace the quotation mark ${character} (${formatCharacter(character)}) with "`;
  }
  if (character === "'") return 'use double quotes instead of single quotes';
  if (character === '`') return 'use double quotes instead of backticks';
  if (isUnusualBlank(character)) return `remove the invisible character ${formatCharacter(character)}`;
  if (/\d/.test(character) && /(?:^|[^\w.])-?0$/.test(text.slice(Math.max(0, offset - 3), offset))) {
    return 'a number cannot start with 0; put it in double quotes to keep the zero';
  }
  const word = /^-?[A-Za-z_]\w{0,20}\b/.exec(text.slice(offset, offset + 24))?.[0];
  return word === undefined ? undefined : wordDetail(word);
}

function isUnusualBlank(character: string): boolean {
  return (/\s/.test(character) && !/[ \t\r\n]/.test(character)) || invisibleCharacters(character).length > 0;
}

function wordDetail(word: string): string {
  const correct = {
    True: 'true',
    False: 'false',
    TRUE: 'true',
    FALSE: 'false',
    None: 'null',
    NULL: 'null',
    nil: 'null',
  };
  if (Object.hasOwn(correct, word))
    return `write ${correct[word as keyof typeof correct]} instead of ${word}`;
  return /^-?(?:NaN|Infinity|undefined)$/.test(word)
    ? `JSON has no ${word}; leave the field out, or use null`
    : `put ${word} in double quotes`;
}
