import { expect, test } from 'vitest';
import { candidatesIn, meantCandidate } from './chosen-customers.ts';

const list = '[{"name": "Ada"}, {"email": "bob@example.com"}]';

test('a list gives its customers, each with its own text and name', () => {
  expect(candidatesIn([{ offset: 100, text: list }])).toEqual([
    { offset: 101, text: '{"name": "Ada"}', path: '/0', label: '"Ada"', isMeant: false },
    {
      offset: 118,
      text: '{"email": "bob@example.com"}',
      path: '/1',
      label: '"bob@example.com"',
      isMeant: false,
    },
  ]);
});

test('one customer keeps all the text around it', () => {
  const text = '// Ada\n{"name": "Ada"} // end';
  expect(candidatesIn([{ offset: 0, text }])).toEqual([
    { offset: 0, text, path: '', label: '"Ada"', isMeant: true },
  ]);
});

test('text that is no JSON stays, for reading it to say what is wrong', () => {
  expect(candidatesIn([{ offset: 3, text: '{"name": ' }])).toMatchObject([{ offset: 3, text: '{"name": ' }]);
});

test('the customer around the cursor is meant', () => {
  const candidates = candidatesIn([{ offset: 0, text: list }]);
  const cursor = list.indexOf('bob');
  expect(meantCandidate(candidates, [{ start: cursor, end: cursor }])?.path).toBe('/1');
  expect(meantCandidate(candidates, [{ start: 0, end: 0 }])).toBeUndefined();
});

test('with several in a selection nobody can tell which is meant', () => {
  const candidates = candidatesIn([{ offset: 0, text: list }]);
  expect(meantCandidate(candidates, [{ start: 0, end: list.length }])).toBeUndefined();
});
