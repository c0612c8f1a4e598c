import { expect, test } from 'vitest';
import { checkText, machine } from '../../test/import.ts';

test('checkRows: --fix writes certain fixes in place of wrong values, and names each', async () => {
  const text = 'name,email,locale,source\nAda,ada\u200b@example.com,English,example.com/a\n';
  const [plain] = await checkText(text);
  expect(plain?.verdict).toBe('invalid');
  const [fixed] = await checkText(text, {}, { fix: true });
  expect(fixed?.verdict).toBe('ready');
  expect(fixed?.plan.request).toMatchObject({ email: 'ada@example.com', locale: 'en' });
  const fixes = fixed?.issues.filter(({ code }) => code === 'fixed');
  expect(fixes?.map(({ column }) => column).toSorted()).toEqual(['email', 'locale']);
  expect(
    fixes?.every(({ severity, message }) => severity === 'advice' && message.startsWith('Fixed: ')),
  ).toBe(true);
});

test('checkRows: --fix guesses nothing', async () => {
  const text = 'name,email,locale,first seen\nAda,ada at example,qq,2020\n';
  const [plain] = await checkText(text);
  const [fixed] = await checkText(text, {}, { fix: true });
  expect(fixed?.issues).toEqual(plain?.issues);
  expect(fixed?.verdict).toBe('invalid');
});

test('checkRows: a fixed row is the same row', async () => {
  const text = 'name,email\nAda,ada\u200b@example.com\n';
  const [[plain], [fixed]] = [await checkText(text), await checkText(text, {}, { fix: true })];
  expect(fixed?.key).toEqual(plain?.key);
  const one = machine();
  expect((await one.import(text)).states).toEqual({ 2: undefined });
});
