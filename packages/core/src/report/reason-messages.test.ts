import { expect, test } from 'vitest';
import { apiKeyMessages, baseUrlMessages, notSentMessages } from './reason-messages.ts';
import { surfaceMessages } from './surface.ts';

const sentences = [
  ...Object.values(notSentMessages).flatMap(({ sentence, next }) => [
    sentence,
    ...Object.values(surfaceMessages).flatMap(next),
  ]),
  ...Object.values(apiKeyMessages),
  ...Object.values(baseUrlMessages),
];

test.each(sentences)('"%s" is a sentence', (sentence) => {
  expect(sentence).toMatch(/^[A-Z].*\.$/);
});
