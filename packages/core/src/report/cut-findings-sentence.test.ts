import { expect, test } from 'vitest';
import { cutFindingsSentence } from './cut-findings-sentence.ts';

test('a file with very many findings says how many are not shown', () => {
  expect(cutFindingsSentence(1000, 4312)).toBe(
    'Only the first 1000 of 4312 findings are shown; put some of them right to see the rest.',
  );
});
