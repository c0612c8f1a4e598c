import { expect, test } from 'vitest';
import { allMessages } from '../scripts/docs/all-messages.ts';
import { outcomeTraits } from '../src/report/outcome-traits.ts';
import { wordingIssue } from './fuzz/issue-invariants.ts';
import { outcomes } from './message-samples.ts';

const messages = allMessages();

test('allMessages: every outcome has a sample', () => {
  expect(new Set(outcomes.map(([{ outcome }]) => outcome))).toEqual(new Set(Object.keys(outcomeTraits)));
});

test('allMessages: sentences are one line, end as sentences, and have no holes', () => {
  const full = messages.filter(({ kind }) => kind === 'sentence').map(({ text }) => text);
  expect(full.flatMap((text) => (text.endsWith('?') ? [] : (wordingIssue(text) ?? [])))).toEqual([]);
});

test('allMessages: no message has words that the style guide rules out', () => {
  const ruledOut =
    /\b(?:anew|whoever|somebody|nobody|all the same|put right|is no [a-z]+|is told|colour|e-mail|judged?)\b/i;
  expect(messages.filter(({ text }) => ruledOut.test(text))).toEqual([]);
});
