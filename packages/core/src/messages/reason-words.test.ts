import { expect, test } from 'vitest';
import { apiKeyWords, baseUrlWords, notSentWords } from './reason-words.ts';

const sentences = [
  ...Object.values(notSentWords).flatMap(({ sentence, next }) => [sentence, ...next]),
  ...Object.values(apiKeyWords),
  ...Object.values(baseUrlWords),
];

test.each(sentences)('"%s" is a sentence', (sentence) => {
  expect(sentence).toMatch(/^[A-Z].*\.$/);
});
