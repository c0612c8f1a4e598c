import { expect, test } from 'vitest';
import { candidatesIn, chosenCandidate } from './chosen-customers.ts';

const list = '[{"name": "Ada"}, {"email": "bob@example.com"}]';

test('candidatesIn: a list has its customers, each with its own text and name', () => {
  expect(candidatesIn([{ offset: 100, text: list }])).toEqual([
    { offset: 101, text: '{"name": "Ada"}', path: '/0', label: '"Ada"' },
    {
      offset: 118,
      text: '{"email": "bob@example.com"}',
      path: '/1',
      label: '"bob@example.com"',
    },
  ]);
});

test('candidatesIn: a single customer keeps the text around it', () => {
  const text = '// Ada\n{"name": "Ada"} // end';
  expect(candidatesIn([{ offset: 0, text }])).toEqual([{ offset: 0, text, path: '', label: '"Ada"' }]);
});

test('candidatesIn: text that is not JSON stays, so that reading it reports what is wrong', () => {
  expect(candidatesIn([{ offset: 3, text: '{"name": ' }])).toMatchObject([{ offset: 3, text: '{"name": ' }]);
});

test('chosenCandidate: is the customer at the cursor', () => {
  const candidates = candidatesIn([{ offset: 0, text: list }]);
  const cursor = list.indexOf('bob');
  expect(chosenCandidate(candidates, [{ start: cursor, end: cursor }])?.path).toBe('/1');
  expect(chosenCandidate(candidates, [{ start: 0, end: 0 }])).toBeUndefined();
});

test('chosenCandidate: is undefined for several customers in a selection', () => {
  const candidates = candidatesIn([{ offset: 0, text: list }]);
  expect(chosenCandidate(candidates, [{ start: 0, end: list.length }])).toBeUndefined();
});
