import { expect, test } from 'vitest';
import { issueMessage } from '../rules/rules.ts';
import { readJsonText } from './json-text.ts';
import { textForm } from './syntax-detail.ts';

test.each([
  ['{“name”: “Ada”}', 'replace the quotation mark “ (U+201C) with "'],
  ['{\n\u00a0 "name": "Ada"}', 'remove the invisible character U+00A0'],
  ['{"name"\u200b: "Ada"}', 'remove the invisible character U+200B'],
  ["{'name': 'Ada'}", 'use double quotes instead of single quotes'],
  ['{`name`: 1}', 'use double quotes instead of backticks'],
  ['{"phone": 0441234567}', 'a number cannot start with 0; put it in double quotes to keep the zero'],
  ['{"seats": NaN}', 'JSON has no NaN; leave the field out, or use null'],
  ['{"trial": True}', 'write true instead of True'],
  ['{name: "Ada"}', 'put name in double quotes'],
  ['```json\n{"name": "Ada"}\n```', 'remove the lines of the Markdown fence, before and after it'],
  ["curl -d '{}' https://api.helpcrunch.com/v1/customers", 'this is a curl command; only its body is JSON'],
  ['PS C:\\> irm x -Body "{}"', 'this is a PowerShell command; only its body is JSON'],
  ['<!DOCTYPE html><p>', 'this is HTML or XML; write the customer as JSON'],
  ['<?xml version="1.0"?>\n<customer/>', 'this is HTML or XML; write the customer as JSON'],
  ['<customer>\n  <name>Ada</name>\n</customer>', 'this is HTML or XML; write the customer as JSON'],
  ['<c:name xmlns:c="x">Ada</c:name>', 'this is HTML or XML; write the customer as JSON'],
  ['BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada', 'this is a vCard; write the customer as JSON'],
  ['{"name": "Ada"}\n{"name": "Grace"}\n', 'there are several customers; use the import command for them'],
  ['{\n  "name": "A}"\n}\n{\n  "name": ', 'there are several customers; use the import command for them'],
  ['name: Ada\nemail: ada@example.com\n', 'this looks like YAML; write the customer as JSON'],
  ['---\ncustomer:\n  name: Ada\n  tags:\n    - vip\n', 'this looks like YAML; write the customer as JSON'],
  ['- name: Ada\n  email: ada@example.com', 'this looks like YAML; write the customer as JSON'],
  [
    '# secret\nexport NAME=Ada\nEMAIL="a@x.com"',
    'these are settings, NAME=value; write the customer as JSON',
  ],
  ['[customer]\nname = "Ada"\n', 'these are settings, NAME=value; write the customer as JSON'],
  [
    'import requests\nrequests.post(url, json={"name": "Ada"})',
    'this is Python code; write only the customer, as JSON',
  ],
  ['requests.post(url, json={"name": "Ada"})', 'this is Python code; write only the customer, as JSON'],
  ['from urllib import request\n', 'this is Python code; write only the customer, as JSON'],
  ["<?php\n$ch = curl_init('https://example.com');", 'this is PHP code; write only the customer, as JSON'],
  ['$client = new GuzzleHttp();', 'this is PHP code; write only the customer, as JSON'],
  ["require 'net/http'\n", 'this is Ruby code; write only the customer, as JSON'],
  ['await fetch(url, { body })', 'this is JavaScript code; write only the customer, as JSON'],
  ["const customer = { name: 'Ada' };", 'this is JavaScript code; write only the customer, as JSON'],
  ["import axios from 'axios';\n", 'this is JavaScript code; write only the customer, as JSON'],
  [
    '### Create\nPOST https://example.com/v1/customers HTTP/1.1\n\n{',
    'this is an HTTP message; only its body is JSON',
  ],
  ['@host = https://x.com\nPOST {{host}}/customers\n', 'this is an HTTP message; only its body is JSON'],
  ['HTTP/1.1 201 Created\n\n{"id": 1}', 'this is an HTTP message; only its body is JSON'],
  ['name,email\nAda,ada@example.com\n', 'this looks like CSV; use the import command for it'],
  ['sep=;\nname;email\nAda;ada@example.com\n', 'this looks like CSV; use the import command for it'],
  ['name|email\nAda|ada@example.com\n', 'this looks like CSV; use the import command for it'],
  ['{"a": 1', 'the closing brace } is missing'],
  ['~~~json\n{"name": "Ada"}\n~~~', 'remove the lines of the Markdown fence, before and after it'],
  ["export default { name: 'Ada' }", 'this is JavaScript code; write only the customer, as JSON'],
  ["module.exports = { name: 'Ada' }", 'this is JavaScript code; write only the customer, as JSON'],
  ['{"name": "Ada"};', 'the character ; is not valid here'],
  ['({"name": "Ada"})', 'the character ( is not valid here'],
  ['{"name" = "Ada"}', 'write : instead of ='],
  ['# Ada\n{"name": "Ada"}', 'comments start with //, not with #'],
  ['{"name"：“Ada”}', 'replace the character ： (U+FF1A) with :'],
  ['{"name": "Ada"，"email": "a@x.com"}', 'replace the character ， (U+FF0C) with ,'],
  ['{\\"name\\": \\"Ada\\"}', 'remove the backslashes before the double quotes'],
  ['{"phone": +380}', 'a number cannot start with +; put it in double quotes to keep it'],
  ['{"seats": .5}', 'a number cannot start with a point; write 0 before it'],
  ['{"seats": -.5}', 'a number cannot start with a point; write 0 before it'],
  ['{"seats": 0x1F}', 'write a number with decimal digits only'],
  ['{"seats": 1_000}', 'write a number with decimal digits only'],
  ['{"seats": 1,000}', 'write a number without commas'],
  ['{"path": "C:\\Users"}', 'this text has a backslash that JSON does not know; write \\\\ for a backslash'],
])('not-json: the message for %j names what is there', (text, detail) => {
  expect(readJsonText(text).issues.map(issueMessage)).toEqual([`Invalid JSON: ${detail}.`]);
});

test.each(['// Ada\n{"name": "Ada"', '[customer]', 'Ada Lovelace', '{"a": "}"} x', '// only a comment'])(
  'textForm: %j is JSON with an error in it',
  (text) => {
    expect(textForm(text)).toBeUndefined();
  },
);
