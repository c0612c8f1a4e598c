import { expect, test } from 'vitest';
import { apiKeyWords, baseUrlWords, notSentWords } from './reason-words.ts';
import { surfaceWords } from './surface.ts';

const sentences = [
  ...Object.values(notSentWords).flatMap(({ sentence, next }) => [
    sentence,
    ...Object.values(surfaceWords).flatMap(next),
  ]),
  ...Object.values(apiKeyWords),
  ...Object.values(baseUrlWords),
];

test.each(sentences)('"%s" is a sentence', (sentence) => {
  expect(sentence).toMatch(/^[A-Z].*\.$/);
});
