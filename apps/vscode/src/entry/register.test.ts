import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleSection } from './register.ts';

const rules = readFileSync('../../docs/rules.md', 'utf8');

test('the page of a rule is its section, and no other', () => {
  const page = ruleSection(rules, 'unknown-locale') ?? '';
  expect(page).toMatch(/^# unknown-locale\n/);
  expect(page.match(/^#+ /gm)).toEqual(['# ']);
});

test('a rule that is not there has no page', () => {
  expect(ruleSection(rules, 'locale')).toBeUndefined();
});
