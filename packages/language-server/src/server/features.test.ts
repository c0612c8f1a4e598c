import { expect, test } from 'vitest';
import { mergeHovers, withoutSnippet } from './features.ts';

const hover = (value: string) => ({ contents: { kind: 'markdown', value } }) as const;

test('mergeHovers: ignores an empty hover of the schema', () => {
  expect(mergeHovers(undefined, hover(''))).toBeUndefined();
  expect(mergeHovers(hover('ours'), hover(''))).toEqual(hover('ours'));
});

test('mergeHovers: puts our hover above that of the schema', () => {
  expect(mergeHovers(hover('ours'), hover('its'))).toEqual(hover('ours\n\n---\n\nits'));
});

test.each([
  ['"email": "$1"', '"email": ""'],
  [
    String.raw`{"name": "$\u007b1:Ada}", "price": "\$5"$0}`.replace('\\u007b', '{'),
    '{"name": "Ada", "price": "$5"}',
  ],
])('withoutSnippet: %s becomes %s', (insertText, plain) => {
  expect(withoutSnippet({ label: 'x', insertText, insertTextFormat: 2 })).toMatchObject({
    insertText: plain,
    insertTextFormat: 1,
  });
});

test('withoutSnippet: leaves plain text alone', () => {
  expect(withoutSnippet({ label: 'x', insertText: '$1' })).toEqual({ label: 'x', insertText: '$1' });
});
