import { printParseErrorCode } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { parserProblem } from './parser-problem.ts';

const codes = Array.from({ length: 32 }, (_, code) => printParseErrorCode(code)).filter(
  (name) => !name.startsWith('<'),
);

test.each([...new Set(codes)])('there are words for %s', (name) => {
  expect(parserProblem(name)).not.toBe(parserProblem('something new'));
});

test('a problem of a later parser is said in general words', () => {
  expect(parserProblem('SomethingNew')).toBe('it cannot be read here');
});
