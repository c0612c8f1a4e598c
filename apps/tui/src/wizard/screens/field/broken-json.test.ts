import { expect, test } from 'vitest';
import { drive, inSandbox, pasted } from '../../../../test/drive-wizard.ts';

function notesAfter(text: string) {
  const { screen } = drive(inSandbox(), pasted(text)).state;
  return screen.kind === 'field' ? screen.notes : undefined;
}

test('a paste that was meant to be a customer says where it is broken, and how to take it out again', () => {
  expect(notesAfter('{\n "name": "Ada"\n "email": "a"\n}')).toEqual([
    'Pasted as text. Invalid JSON: expected a comma (line 3, column 2). Ctrl+_ removes the paste.',
  ]);
  const undone = drive(inSandbox(), pasted('{"name": "Ada" "a": 1}'), 'ctrl+_').state;
  expect(undone.screen).toMatchObject({ editor: { line: { text: '' } }, notes: [] });
});

test('what merely begins with a brace is text', () => {
  expect(notesAfter('{shrug}')).toEqual([]);
});

test.each([
  ['import requests\nrequests.post(url, json={"name": "Ada"})', 'this is Python code'],
  ["<?php $ch = curl_init('https://example.com');", 'this is PHP code'],
  ['curl -d @customer.json https://example.com', 'this is a curl command'],
  ['<customer><name>Ada</name></customer>', 'this is HTML or XML'],
  ['{"name": "Ada"}\n{"name": "Grace"}', 'there are several customers'],
])('a paste that cannot be read as a customer, %j, says what it is', (text, message) => {
  expect(notesAfter(text)).toEqual([expect.stringContaining(`Pasted as text. Invalid JSON: ${message}`)]);
});

test.each(['a,b\n1,2', 'Name: Ada\nEmail: a@x.com', 'A=1', 'Ada Lovelace'])(
  'the paste %j is text',
  (text) => {
    expect(notesAfter(text)).toEqual([]);
  },
);
