import { expect, test } from 'vitest';
import { withoutSnippet } from './plain-text.ts';

test.each([
  ['"email": "$1"', '"email": ""'],
  [
    String.raw`{"name": "$\u007b1:Ada}", "price": "\$5"$0}`.replace('\\u007b', '{'),
    '{"name": "Ada", "price": "$5"}',
  ],
])('%s is written as %s where there are no snippets', (insertText, plain) => {
  expect(withoutSnippet({ label: 'x', insertText, insertTextFormat: 2 })).toMatchObject({
    insertText: plain,
    insertTextFormat: 1,
  });
});

test('plain text stays as it is', () => {
  expect(withoutSnippet({ label: 'x', insertText: '$1' })).toEqual({ label: 'x', insertText: '$1' });
});
