import { formatCharacter, invisibleCharacters } from '../customer/invisible.ts';
import { afterToken } from './json-limits.ts';
import { findCommand } from './request-command.ts';

/** What a text is that people take for a customer in JSON. */
export type TextForm = keyof typeof textForms;

/** Each form as the object of "This is", and what its message says after "Invalid JSON". */
export const textForms = {
  fence: ['Markdown', 'remove the lines of the Markdown fence, before and after it'],
  curl: ['a curl command', 'this is a curl command; only its body is JSON'],
  powershell: ['a PowerShell command', 'this is a PowerShell command; only its body is JSON'],
  shell: ['a shell command', 'this is a shell command; only its body is JSON'],
  http: ['an HTTP message', 'this is an HTTP message; only its body is JSON'],
  javascript: ['JavaScript code', 'this is JavaScript code; write only the customer, as JSON'],
  python: ['Python code', 'this is Python code; write only the customer, as JSON'],
  php: ['PHP code', 'this is PHP code; write only the customer, as JSON'],
  ruby: ['Ruby code', 'this is Ruby code; write only the customer, as JSON'],
  html: ['a web page or XML', 'this is HTML or XML; write the customer as JSON'],
  vcard: ['a vCard', 'this is a vCard; write the customer as JSON'],
  yaml: ['YAML', 'this looks like YAML; write the customer as JSON'],
  settings: ['a file of settings', 'these are settings, NAME=value; write the customer as JSON'],
  csv: ['CSV', 'this looks like CSV; use the import command for it'],
  jsonl: ['JSON Lines', 'there are several customers; use the import command for them'],
} as const satisfies Readonly<Record<string, readonly [name: string, detail: string]>>;

/**
 * What is wrong at an offset of text that is not JSON: the actual character, or the form of the whole text, with what to do.
 * `undefined` when the parser's own code says as much. Never repeats more than a word of the text.
 */
export function syntaxDetail(text: string, offset: number): string | undefined {
  const form = textForm(text);
  return form ? textForms[form][1] : characterAt(text, offset);
}

/** The form of a text that is not JSON; `undefined` when it is most likely JSON with an error in it. */
export function textForm(text: string): TextForm | undefined {
  const command = findCommand(text);
  if (command) return command.tool;
  const start = text.slice(0, maxFormCharacters).trimStart();
  if (start.startsWith('{')) return hasSecondObject(start) ? 'jsonl' : undefined;
  if (start.startsWith('[') && !/^\[[\w .-]+\]\s*\n\s*[\w.-]+\s*=/.test(start)) return undefined;
  if (/^(?:```|~~~)/.test(start)) return 'fence';
  const lines = start.split(/\r\n?|\n/).filter((line) => !skipped.test(line));
  const [head = '', row = ''] = lines;
  const statement = statements.find(([, pattern]) => pattern.test(head));
  if (statement) return statement[0];
  const separator = /[,;\t|]/.exec(head)?.[0];
  const isTable = separator !== undefined && row.includes(separator) && /^[\w"][^{}[\]:]*$/.test(head);
  if (isTable) return 'csv';
  if (head === '') return undefined;
  return listings.find(([, pattern]) => lines.slice(0, maxListed).every((line) => pattern.test(line)))?.[0];
}

/** Blank lines, comments, variables of HTTP clients, and what spreadsheets write before a table. */
const skipped = /^\s*(?:$|#|\/\/|\/\*|\*|@\w+\s*=|sep=.\s*$)/i;
/** A text shows its form at its start. */
const maxFormCharacters = 20_000;
/** So many lines of a listing are looked at. */
const maxListed = 5;

/** Forms that the first line of a text shows, comments aside. */
const statements: readonly (readonly [TextForm, RegExp])[] = [
  ['http', /^(?:(?:GET|POST|PUT|PATCH|DELETE)\s+(?:https?:\/\/|\/|\{\{)|HTTP\/[\d.]+ \d{3}\b)/],
  ['shell', /^(?:[$%>❯➜]\s+)?(?:sudo|time|wget|https?|xh|echo|printf|cat|cd)\s+[\w'"/.~-]/],
  ['php', /^(?:<\?(?:php|=)|\$\w+\s*=\s*(?!@))/i],
  ['html', /^<(?:[!?]|[a-z][\w:.-]*(?:[\s/>]|$))/i],
  ['vcard', /^BEGIN:VCARD\b/i],
  [
    'python',
    /^(?:import\s+[\w.]+(?:\s*,\s*[\w.]+)*(?:\s+as\s+\w+)?\s*$|from\s+[\w.]+\s+import\s|(?:\w+\s*=\s*)?(?:requests|httpx)\.\w+\()/,
  ],
  ['ruby', /^require\s+['"]/],
  [
    'javascript',
    /^(?:module\.exports\s*=|export\s+(?:default|const|let|var|function|\{)|import\b.*['"]|(?:const|let)\s+[\w${[]|var\s+\w+\s*=\s*(?:\{|await|require|fetch|axios|JSON)|(?:\w+\s*=\s*|return\s+)?(?:await\s+)?(?:window\.)?(?:fetch|axios(?:\.\w+)?|\$\.(?:ajax|post))\s*\(|['"]use strict)/,
  ],
];

/** Forms that every line of a text has. */
const listings: readonly (readonly [TextForm, RegExp])[] = [
  ['yaml', /^(?:---|\s*(?:- )?["']?[A-Za-z_][\w .-]{0,60}["']?:(?:\s|$)|\s*- \S|\s+\S)/],
  ['settings', /^(?:\[[\w .-]+\]\s*$|\s*(?:export\s+)?[A-Za-z_][\w.-]{0,60}\s*=)/],
];

/** An object begins where another one has ended. */
function hasSecondObject(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at = afterToken(text, at)) {
    const first = text.charAt(at);
    if (first === '{') depth += 1;
    if (first === '}') depth -= 1;
    if (depth === 0)
      return text
        .slice(at + 1)
        .trimStart()
        .startsWith('{');
  }
  return false;
}

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
  const before = text.slice(Math.max(0, offset - 40), offset);
  if (/\d/.test(character) && /\d,$/.test(before)) return 'write a number without commas';
  const literal = /^[+-]?(?:0x[\da-f]+|[\d_]*\.?[\d_]+)/i.exec(text.slice(offset, offset + 24))?.[0] ?? '';
  if (literal.startsWith('+')) return 'a number cannot start with +; put it in double quotes to keep it';
  if (/^-?\./.test(literal)) return 'a number cannot start with a point; write 0 before it';
  if (/[x_]/i.test(character) && /(?:^|[^\w.])\d[\d_]*$/.test(before))
    return 'write a number with decimal digits only';
  const word = /^-?[A-Za-z_]\w{0,20}\b/.exec(text.slice(offset, offset + 24))?.[0];
  return word === undefined ? symbolDetail(character, before) : wordDetail(word);
}

/** What is wrong with a symbol that JSON writes in another way. */
function symbolDetail(character: string, before: string): string | undefined {
  if (character === '\\') return 'remove the backslashes before the double quotes';
  if (character === '#') return 'comments start with //, not with #';
  if (character === '=' && /["\w]\s*$/.test(before)) return 'write : instead of =';
  const plain = character.normalize('NFKC');
  if (plain !== character && /[{}[\]:,]/.test(plain)) {
    return `replace the character ${character} (${formatCharacter(character)}) with ${plain}`;
  }
  return /[^\s\w"{}[\]:,/-]/.test(character) ? `the character ${character} is not valid here` : undefined;
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
