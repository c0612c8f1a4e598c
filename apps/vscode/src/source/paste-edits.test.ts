import { expect, test } from 'vitest';
import { pastedText } from './paste-edits.ts';

const page = JSON.stringify({
  data: [
    { id: 1, name: 'Ada' },
    { id: 2, name: 'Charles' },
  ],
});

test('several customers are a list in an empty document', () => {
  const place = { textAround: '\n', indent: '', step: ' ' };
  expect(pastedText(page, place)).toBe('[\n {\n  "name": "Ada"\n },\n {\n  "name": "Charles"\n }\n]');
});

test('several customers are items in a list that is there', () => {
  const place = { textAround: '[\n  \n]', indent: '  ', step: '  ' };
  expect(pastedText(page, place)).toBe('{\n    "name": "Ada"\n  },\n  {\n    "name": "Charles"\n  }');
});

test('a command is its customer', () => {
  const place = { textAround: '', indent: '', step: '\t' };
  expect(pastedText(`curl -d '{"name": "Ada"}' https://example.com`, place)).toBe('{\n\t"name": "Ada"\n}');
});

test('a customer stays as it is', () => {
  expect(pastedText('{"name": "Ada"}', { textAround: '', indent: '', step: '  ' })).toBeUndefined();
});
