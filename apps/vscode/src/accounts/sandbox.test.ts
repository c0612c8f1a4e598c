import { scenarios } from '@helpcrunch-customer-kit/sandbox';
import { expect, test } from 'vitest';
import { scenarioItems } from './sandbox.ts';

test('scenarioItems: lists every scenario by title under its group, and marks the one in use', () => {
  const items = scenarioItems('slow');
  const headings = items.filter(({ kind }) => kind === -1).map(({ label }) => label);
  expect(headings).toEqual([...new Set(scenarios.map(({ group }) => group))]);
  expect(items.length).toBe(1 + headings.length + scenarios.length);
  expect(items.find(({ scenario }) => scenario === 'slow')).toMatchObject({
    label: 'Created, slow response',
    description: 'slow (in use)',
  });
  expect(items.filter(({ description }) => description?.includes('in use'))).toHaveLength(1);
  expect(items[0]).toMatchObject({ label: '$(debug-restart) Back to Normal', scenario: undefined });
  expect(scenarioItems(undefined)[0]).toMatchObject({ label: 'As documented', description: '(in use)' });
});
