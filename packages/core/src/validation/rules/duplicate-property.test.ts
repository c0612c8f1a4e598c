import { expect, test } from 'vitest';
import { codesOf, judge } from '../../../test/judge.ts';

test('each later property of the same name is advice that names the first', () => {
  const customData = [
    { property: 'plan', value: 'pro' },
    { property: 'seats', value: 1 },
    { property: ' plan ', value: 'free' },
  ];
  expect(judge({ name: 'Ada', customData })).toEqual([
    {
      code: 'duplicate-property',
      severity: 'advice',
      path: '/customData/2',
      property: 'plan',
      firstPath: '/customData/0',
    },
  ]);
});

test('keys of a map that differ by blanks alone are the same property', () => {
  expect(judge({ name: 'Ada', customData: { plan: 'pro', ' plan': 'free' } })).toMatchObject([
    { code: 'duplicate-property', path: '/customData/ plan', firstPath: '/customData/plan' },
  ]);
});

test('an entry without a value is no second one', () => {
  expect(
    codesOf({ name: 'Ada', customData: [{ property: 'plan' }, { property: 'plan', value: 'pro' }] }),
  ).toEqual([]);
});
