import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleSection } from './register.ts';

const rules = readFileSync('../../docs/rules.md', 'utf8');

test('ruleSection: is the section of a rule and nothing else', () => {
  const page = ruleSection(rules, 'unknown-locale') ?? '';
  expect(page).toMatch(/^# unknown-locale\n/);
  expect(page.match(/^#+ /gm)).toEqual(['# ']);
});

test('ruleSection: is undefined for an unknown rule', () => {
  expect(ruleSection(rules, 'locale')).toBeUndefined();
});
