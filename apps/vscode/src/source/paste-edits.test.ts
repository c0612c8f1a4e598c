import { expect, test } from 'vitest';
import { pastedText } from './paste-edits.ts';

const page = JSON.stringify({
  data: [
    { id: 1, name: 'Ada' },
    { id: 2, name: 'Charles' },
  ],
});

test('pastedText: several customers are a list in an empty document', () => {
  const place = { textAround: '\n', indent: '', step: ' ' };
  expect(pastedText(page, place)).toBe('[\n {\n  "name": "Ada"\n },\n {\n  "name": "Charles"\n }\n]');
});

test('pastedText: several customers are items in an existing list', () => {
  const place = { textAround: '[\n  \n]', indent: '  ', step: '  ' };
  expect(pastedText(page, place)).toBe('{\n    "name": "Ada"\n  },\n  {\n    "name": "Charles"\n  }');
});

test('pastedText: a curl command is its customer', () => {
  const place = { textAround: '', indent: '', step: '\t' };
  expect(pastedText(`curl -d '{"name": "Ada"}' https://example.com`, place)).toBe('{\n\t"name": "Ada"\n}');
});

test('pastedText: digits stay as they were written', () => {
  const text = '{"id": 1, "userId": 90071992547409931, "userId": 2}';
  expect(pastedText(text, { textAround: '', indent: '', step: ' ' })).toBe(
    '{\n "userId": 90071992547409931,\n "userId": 2\n}',
  );
});

test('pastedText: a customer stays unchanged', () => {
  expect(pastedText('{"name": "Ada"}', { textAround: '', indent: '', step: '  ' })).toBeUndefined();
});
