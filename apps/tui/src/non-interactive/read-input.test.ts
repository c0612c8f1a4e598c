import { Readable } from 'node:stream';
import { issueMessage } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { inputSteps } from './next-steps.ts';
import { readInput } from './read-input.ts';

const { signal } = new AbortController();
const command = (words: readonly string[]) => ['kit', ...words].join(' ');

async function read(text: string, fields: Parameters<typeof readInput>[0]['fields'] = {}) {
  const input = await readInput({
    from: '-',
    fields,
    stdin: () => Readable.from([Buffer.from(text)]),
    signal,
  });
  if (!input.ok) throw new Error(input.message);
  return input;
}

test.each([
  ['name,email\nAda,ada@example.com\n', 'this looks like CSV', 'kit import FILE'],
  ['[{"name": "Ada"}, {"name": "Grace"}]', 'a list of 2 customers', 'kit import FILE'],
  ['{"data": [{"name": "Ada"}, {"name": "Grace"}]}', 'a list of 2 customers', 'kit import FILE'],
  [`# create\n$ curl -d '{"name": "Ada"}' https://example.com`, 'this is a curl command', 'run: kit'],
  [`PS C:\\> irm x -Body '{"name": "Ada"}'`, 'this is a PowerShell command', 'run: kit'],
  ['<!doctype html>\n<title>Log in</title>', 'this is HTML', 'a file with a customer in JSON'],
  ['{"name": "Ada"}\n{"name": "Grace"}\n', 'there are several customers', 'kit import FILE'],
  ['<customer><name>Ada</name></customer>', 'this is HTML or XML', 'a file with a customer in JSON'],
  ['POST https://x.com HTTP/1.1\n\n{"name": "Ada"}', 'this is an HTTP message', 'Paste it into the wizard'],
  ['fetch(url, { body: "{}" })', 'this is JavaScript code', 'Paste it into the wizard'],
  ['import requests\nrequests.post(url)', 'this is Python code', 'a file with a customer in JSON'],
  ['<?php\n$x = 1;', 'this is PHP code', 'a file with a customer in JSON'],
  ['name: Ada\nemail: a@x.com', 'this looks like YAML', 'a file with a customer in JSON'],
  ['NAME=Ada\nEMAIL=a@x.com', 'these are settings', 'a file with a customer in JSON'],
  ['```json\n{"name": "Ada"}\n```', 'remove the lines of the Markdown fence', undefined],
  ['{"name": "Ada"', 'the closing brace', undefined],
  ['{"name": "Ada"}', undefined, undefined],
])('readInput: %j is recognized, and the steps name the command', async (text, message, step) => {
  const { customer, form } = await read(text);
  expect(customer.issues.map(issueMessage).join()).toContain(message ?? '');
  expect(customer.issues).toHaveLength(message === undefined ? 0 : 1);
  const steps = inputSteps(form, '-', command);
  expect(steps === undefined).toBe(step === undefined);
  expect(steps?.join('\n') ?? '').toContain(step ?? '');
});

test('inputSteps: names the file to import', () => {
  expect(inputSteps('csv', 'people.csv', command)).toEqual([
    'To import all of its customers, run: kit import people.csv',
  ]);
});

test('readInput: tags and custom data of flags are added, and what is replaced is named', async () => {
  const { customer, notes } = await read('{"tags": [{"name": "old"}], "customData": {"a": 1, "c": {}}}', {
    tags: ['new'],
    customData: ['c=x', 'a=2'],
  });
  expect(customer).toEqual({
    draft: { tags: [{ name: 'old' }, { name: 'new' }], customData: { a: 2, c: 'x' } },
    issues: [],
  });
  expect(notes).toContain('The property "a" of the file is replaced: 1 becomes 2.');
  expect(notes).toContain('The property "c" of the file is replaced.');
});

test.each([
  ['UTF-16 from a Windows shell', Buffer.from('\ufeff{"name": "Ada"}', 'utf16le')],
  ['UTF-16, the other way round', Buffer.from('\ufeff{"name": "Ada"}', 'utf16le').swap16()],
  ['UTF-8 with a mark', Buffer.from('\ufeff{"name": "Ada"}')],
])('readInput: %s is read', async (_what, bytes) => {
  const input = await readInput({ from: '-', fields: {}, stdin: () => Readable.from([bytes]), signal });
  expect(input).toMatchObject({ ok: true, customer: { draft: { name: 'Ada' }, issues: [] } });
});

test.each([
  [
    '-',
    Buffer.from('{"name": "J\xfcrgen"}', 'latin1'),
    'Standard input is not UTF-8 text. Save it as UTF-8.',
  ],
  ['-', Buffer.from('PK\x03\x04\x14'), 'is a spreadsheet or an archive'],
  ['-', Buffer.from(' \n'), 'Standard input is empty'],
  ['no-such-file.json', Buffer.from(''), 'No file at no-such-file.json (ENOENT). Check its path.'],
  ['.', Buffer.from(''), '. is a folder (EISDIR). Give a file.'],
])(
  'readInput: from %s, what cannot be read is a sentence that says what to do',
  async (from, bytes, message) => {
    const input = await readInput({ from, fields: {}, stdin: () => Readable.from([bytes]), signal });
    expect(input).toEqual({ ok: false, message: expect.stringContaining(message) });
  },
);

test('readInput: what a file has in another form comes along, to be corrected', async () => {
  const { customer } = await read('{"name": 5, "tags": "vip, new", "email": 7}', {
    email: 'ada@example.com',
  });
  expect(customer.asTyped).toEqual({ name: '5', tags: 'vip, new' });
});
