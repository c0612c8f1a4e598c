import type { CreateResult } from '@helpcrunch-customer-kit/core';
import { expect, test, vi } from 'vitest';
import type { Finish } from './finish.ts';
import { jsonReport, textReport } from './report.ts';

const count = 2000;
const customData = Array.from({ length: count }, (_, index) => ({
  property: `p${index}`,
  value: `v${index}`,
}));

/** A customer of whom HelpCrunch dropped every attribute. */
const result: CreateResult = {
  schemaVersion: 1,
  command: 'create',
  outcome: 'created',
  retryable: false,
  customerExists: 'yes',
  account: 'live',
  customer: { id: 1 },
  request: { name: 'Ada', customData },
  issues: [],
  dropped: customData.map((_, index) => `/customData/${index}/value`),
  changed: [],
  next: [],
};
const finish: Finish = { result, message: 'The customer was created.', exitCode: 0 };

test('textReport: hides keys once, however many lines it has, and names everything', () => {
  const hide = vi.fn((text: string) => text);
  const { stdout } = textReport(finish, hide);
  expect(hide).toHaveBeenCalledTimes(1);
  expect(stdout.split('\n')).toHaveLength(count + 2);
  expect(stdout).toContain(`Custom data "p${count - 1}" was sent, but is not in the answer.`);
});

test('textReport: splits no short text into characters', () => {
  const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
  textReport(finish, (text) => text);
  expect(segment).not.toHaveBeenCalled();
  segment.mockRestore();
});

test('jsonReport: looks for keys once in each text', () => {
  const hide = vi.fn((text: string) => text);
  const { stdout } = jsonReport(finish, hide);
  let texts = 0;
  JSON.stringify(result, (_name, part: unknown) => {
    if (typeof part === 'string') texts += 1;
    else if (typeof part === 'object' && part !== null && !Array.isArray(part))
      texts += Object.keys(part).length;
    return part;
  });
  expect(hide).toHaveBeenCalledTimes(texts);
  expect(JSON.parse(stdout)).toEqual(result);
});

test('textReport: a line break in a value starts no line', () => {
  const issues = [{ code: 'x', path: '/name', severity: 'advice', message: 'one\r\ntwo' }] as const;
  const { stdout } = textReport({ ...finish, result: { ...result, dropped: [], issues } }, (text) => text);
  expect(stdout).toBe('The customer was created.\n  advice at /name: one two\n');
});

test('textReport: repeats no sentence that the message has', () => {
  const issues = [
    { code: 'not-seen', path: '', severity: 'advice', message: 'It may still appear.' },
    { code: 'email-used', path: '/email', severity: 'advice', message: 'Another one has this email.' },
  ] as const;
  const message = 'The customer may have been created. It may still appear.';
  const unknown: Finish = {
    ...finish,
    message,
    result: { ...result, outcome: 'unknown', dropped: [], issues },
  };
  expect(textReport(unknown, (text) => text).stderr.split('\n')).toEqual([
    message,
    '  advice at /email: Another one has this email.',
    '',
  ]);
});
