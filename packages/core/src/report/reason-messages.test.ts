import { expect, test } from 'vitest';
import { apiKeyMessages, baseUrlMessages, notSentMessages } from './failure-messages.ts';
import { surfaceMessages } from './surface.ts';

const messages = [
  ...Object.values(notSentMessages).flatMap(({ message, next }) => [
    message,
    ...Object.values(surfaceMessages).flatMap(next),
  ]),
  ...Object.values(apiKeyMessages),
  ...Object.values(baseUrlMessages),
];

test.each(messages)('"%s" is a sentence', (message) => {
  expect(message).toMatch(/^[A-Z].*\.$/);
});
