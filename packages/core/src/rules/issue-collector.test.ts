import { expect, test } from 'vitest';
import { now } from '../../test/validate.ts';
import { buildPayload } from '../customer/draft-view.ts';
import { hasErrors } from '../customer/issue.ts';
import { readCustomer } from '../reading/read-customer.ts';
import { readCustomerText } from '../reading/read-customer-text.ts';
import { collectIssues, maxIssues } from './issue-collector.ts';
import { validateCustomer } from './validate-customer.ts';

const advice = (path: string) => ({ code: 'a', path, severity: 'advice' }) as const;
const error = (path: string) => ({ code: 'e', path, severity: 'error' }) as const;

test('a thousand issues are reported as they are', () => {
  const issues = collectIssues();
  for (let index = 0; index < maxIssues; index += 1) issues.add(advice(`/${index}`));
  expect(issues.list().map(({ path }) => path)).toEqual(
    [...Array(maxIssues).keys()].map((index) => `/${index}`),
  );
});

test('one more is counted instead of reported', () => {
  const issues = collectIssues();
  for (let index = 0; index <= maxIssues; index += 1) issues.add(advice(`/${index}`));
  expect(issues.list().slice(-2)).toEqual([
    advice('/999'),
    { code: 'more-issues', path: '', severity: 'advice', count: 1 },
  ]);
});

test('no error is left out for advice', () => {
  const issues = collectIssues();
  for (let index = 0; index < 3 * maxIssues; index += 1) issues.add(advice('/a'));
  issues.add(error('/e'));
  const list = issues.list();
  expect([list.length, list.at(-2), list.at(-1)]).toEqual([
    maxIssues + 1,
    error('/e'),
    { code: 'more-issues', path: '', severity: 'advice', count: 2001 },
  ]);
});

test('what was left out before is counted along', () => {
  const first = collectIssues();
  for (let index = 0; index < 2 * maxIssues; index += 1) first.add(error('/e'));
  const second = collectIssues();
  for (const issue of [...first.list(), error('/f')]) second.add(issue);
  expect(second.list().at(-1)).toMatchObject({ code: 'more-issues', count: 1001 });
});

test.each([
  ['in the tags', `{"name":"Ada","tags":[${Array(10_000).fill('1').join()}]}`],
  ['in the keys', `{"name":"Ada"${',"k":1'.repeat(10_000)}}`],
  ['in the numbers', `{"name":"Ada","customData":[${Array(10_000).fill('0.10000000000000000001').join()}]}`],
  ['for the rules to find', `{"name":"Ada","tags":[${Array(10_000).fill('{"color":"nocolor"}').join()}]}`],
])('of thousands of issues %s a thousand are reported, and how many more', (_where, text) => {
  const read = readCustomerText(text);
  const issues = validateCustomer(read, { now });
  expect([issues.length, hasErrors(issues)]).toEqual([maxIssues + 1, true]);
  const last = issues.at(-1);
  expect(last?.code === 'more-issues' && last.count).toBeGreaterThan(8_000);
  expect(buildPayload(read.draft)).toMatchObject({ name: 'Ada' });
});

test('an error behind thousands of findings that are advice still stops the send', () => {
  const tags = Array.from({ length: 3000 }, () => ({ name: 'vip' }));
  const issues = validateCustomer(readCustomer({ name: 'Ada', tags, customData: [{ value: 1 }] }), { now });
  expect(hasErrors(issues)).toBe(true);
});
