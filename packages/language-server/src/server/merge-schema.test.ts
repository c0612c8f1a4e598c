import { expect, test } from 'vitest';
import { mergeHovers } from './merge-schema.ts';

const hover = (value: string) => ({ contents: { kind: 'markdown', value } }) as const;

test('a hover of the schema that says nothing is none', () => {
  expect(mergeHovers(undefined, hover(''))).toBeUndefined();
  expect(mergeHovers(hover('ours'), hover(''))).toEqual(hover('ours'));
});

test('ours stands above that of the schema', () => {
  expect(mergeHovers(hover('ours'), hover('its'))).toEqual(hover('ours\n\n---\n\nits'));
});
