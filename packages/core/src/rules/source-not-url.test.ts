import { expect, test } from 'vitest';
import { codesOf, validate } from '../../test/validate.ts';
import { issueMessage } from './rules.ts';

test('an address without its scheme is advice that offers the whole', () => {
  expect(validate({ name: 'Ada', source: 'example.com/pricing?a=1' })).toEqual([
    {
      code: 'source-not-url',
      severity: 'advice',
      path: '/source',
      suggestion: 'https://example.com/pricing?a=1',
    },
  ]);
});

test.each([
  'Google',
  '/pricing',
  'ftp://example.com',
  'https://',
  'https://exa mple.com',
  'javascript:alert(1)',
])('source-not-url: %s has no suggestion', (source) => {
  expect(validate({ name: 'Ada', source })).toMatchObject([
    { code: 'source-not-url', suggestion: undefined },
  ]);
});

test.each(['https://example.com', 'HTTP://example.com/a?b#c', ' https://пример.укр/ціни '])(
  '%j passes',
  (source) => {
    expect(codesOf({ name: 'Ada', source })).toEqual([]);
  },
);

test.each(['ftp://example.com', 'android-app://com.example', 'mailto:ada@example.com', 'file:///etc/hosts'])(
  'source-not-url: the message for %s does not claim that it is not a URL',
  (source) => {
    const [scheme] = source.split(/(?<=:)/);
    expect(validate({ name: 'Ada', source }).map(issueMessage)).toEqual([
      `This URL starts with "${scheme}", which is not a page of the web. Example: https://example.com/pricing`,
    ]);
  },
);
