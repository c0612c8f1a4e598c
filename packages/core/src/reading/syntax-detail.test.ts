import { expect, test } from 'vitest';
import { issueMessage } from '../rules/rules.ts';
import { readJsonText } from './json-text.ts';

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
  ['```json\n{"name": "Ada"}\n```', 'remove the Markdown fence ``` before and after it'],
  ["curl -d '{}' https://api.helpcrunch.com/v1/customers", 'this is a curl command; only its body is JSON'],
  ['PS C:\\> irm x -Body "{}"', 'this is a PowerShell command; only its body is JSON'],
  ['<!DOCTYPE html><p>', 'this is HTML or XML'],
  ['name,email\nAda,ada@example.com\n', 'this looks like CSV; use the import command for it'],
  ['name|email\nAda|ada@example.com\n', 'this looks like CSV; use the import command for it'],
  ['{"a": 1', 'the closing brace } is missing'],
])('not-json: the message for %j names what is there', (text, detail) => {
  expect(readJsonText(text).issues.map(issueMessage)).toEqual([`Invalid JSON: ${detail}.`]);
});
