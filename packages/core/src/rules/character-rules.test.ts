import { expect, test } from 'vitest';
import { codesOf, validate } from '../../test/validate.ts';
import { issueMessage } from './rules.ts';

test.each([
  ['\u200bada@example.com', 'U+200B', 'ada@example.com'],
  ['ad\u200ba@example.com', 'U+200B', 'ada@example.com'],
  ['ada\u3164@example.com', 'U+3164', 'ada@example.com'],
  ['ada\u{e0041}@example.com', 'U+E0041', 'ada@example.com'],
  ['ada\u007f@example.com', 'U+007F', 'ada@example.com'],
  ['ada\u0085@example.com', 'U+0085', 'ada@example.com'],
  ['ada@example.com\u200e', 'U+200E', 'ada@example.com'],
])('invisible-character: the email %j has only an error that names %s', (email, character, suggestion) => {
  const issues = validate({ email });
  expect(issues).toEqual([
    { code: 'invisible-character', severity: 'error', path: '/email', characters: [character], suggestion },
  ]);
  expect(issues.map(issueMessage)).toEqual([`This has the invisible character ${character}. Remove it.`]);
});

test.each([
  ['/userId', { userId: 'u-1\u200b' }, 'u-1'],
  ['/tags/1/name', { name: 'Ada', tags: [{ name: 'vip' }, { name: 'vip\u200b' }] }, 'vip'],
  ['/customData/plan\u200b', { name: 'Ada', customData: { 'plan\u200b': 'pro' } }, 'plan'],
  ['/customData/0/property', { name: 'Ada', customData: [{ property: 'plan\u200b', value: 1 }] }, 'plan'],
  ['/source', { name: 'Ada', source: 'https://example.com/\u200b' }, 'https://example.com/'],
  ['/phone', { name: 'Ada', phone: '\u202a+380 50 123 45 67\u202c' }, '+380 50 123 45 67'],
  ['/locale', { name: 'Ada', locale: 'uk\u200b' }, 'uk'],
  ['/name', { name: 'Ada\u0007' }, 'Ada'],
])('invisible-character: %s is an error with the text without it', (path, customer, suggestion) => {
  expect(validate(customer)).toMatchObject([
    { code: 'invisible-character', severity: 'error', path, suggestion },
  ]);
});

test.each([
  { name: 'می\u200cخواهم' },
  {
    name: 'Ada',
    tags: [
      { name: '👩\u200d🚀' },
      { name: 'می\u200cخواهم' },
      { name: '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}' },
    ],
  },
  { name: 'Ada', customData: { '❤\ufe0f': 1 } },
  { name: 'Ada\u200b', notes: 'one\ntwo\tthree' },
])('invisible-character: %j passes', (customer) => {
  expect(codesOf(customer)).toEqual([]);
});

test.each(['\u200b', '\u3164', ' \u2060 '])('a name of only %j counts as empty', (name) => {
  expect(codesOf({ name })).toEqual(['empty-customer']);
});

test('replacement-character: an error in an email, advice elsewhere', () => {
  expect(validate({ email: 'j\ufffdrgen@example.com', name: 'J\ufffdrgen' })).toEqual([
    { code: 'replacement-character', severity: 'advice', path: '/name' },
    { code: 'replacement-character', severity: 'error', path: '/email' },
  ]);
});

test.each(['undefined', '[object Object]', 'null', 'N/A', 'n/a', '<null>', '(null)', 'nil'])(
  'placeholder-text: %s is advice',
  (company) => {
    expect(codesOf({ name: 'Ada', company })).toEqual(['placeholder-text']);
  },
);

test.each([
  [
    '\ufeffname',
    'The field "<U+FEFF>name" with the invisible U+FEFF is unknown and is not sent. Did you mean "name"?',
  ],
  [
    'name ',
    'The field "name" with a space at its start or end is unknown and is not sent. Did you mean "name"?',
  ],
])('unknown-field: the message for %j names the invisible part', (key, message) => {
  expect(validate({ [key]: 'Ada', email: 'ada@example.com' }).map(issueMessage)).toEqual([message]);
});

test.each([
  { phone: '3.80E+11' },
  { userId: ' 1,23457e+15 ' },
  { name: 'Ada', customData: { account: '1E+21' } },
])('shortened-number: %j may have lost digits', (customer) => {
  expect(codesOf(customer)).toContain('shortened-number');
});

test.each([
  { name: '3E+5' },
  { userId: '3E5' },
  { userId: 'a3E+5' },
  { name: 'Ada', tags: [{ name: '1E+9' }] },
])('shortened-number: %j is text', (customer) => {
  expect(codesOf(customer)).not.toContain('shortened-number');
});

test.each(['NULL', 'None', 'nan', '\\N', 'undefined undefined', ' null  null '])(
  'placeholder-text: %j is what a program or a database writes',
  (name) => {
    expect(codesOf({ name })).toEqual(['placeholder-text']);
  },
);

test.each(['Null', 'none', 'Nan', 'Ada null', 'undefinedundefined', 'N'])(
  'placeholder-text: %j passes',
  (name) => {
    expect(codesOf({ name })).toEqual([]);
  },
);

test.each(['#N/A', '#REF!', ' #VALUE! '])('placeholder-text: %j is what a spreadsheet writes', (phone) => {
  expect(codesOf({ name: 'Ada', phone })).toContain('placeholder-text');
});
