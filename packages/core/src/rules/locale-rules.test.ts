import { expect, test } from 'vitest';
import { codesOf, validate } from '../../test/validate.ts';
import { isLocale, locales, suggestLocale } from './locale-rules.ts';

test.each(['uk', 'en', 'pt', 'he', 'zh'])('%s is a language of ISO 639-1', (code) => {
  expect(isLocale(code)).toBe(true);
});

test.each(['', 'UK', 'pt-br', 'ukr', 'xx', 'english', 'constructor', '__proto__', 'toString'])(
  'isLocale: rejects %j',
  (code) => {
    expect(isLocale(code)).toBe(false);
  },
);

test.each([
  ['pt-br', 'pt'],
  ['en_US', 'en'],
  ['EN', 'en'],
  ['zh-Hant-TW', 'zh'],
  ['Ukrainian', 'uk'],
  ['Українська', 'uk'],
  ['deutsch', 'de'],
  ['ua', 'uk'],
  ['jp', 'ja'],
  ['cz', 'cs'],
  ['cn', 'zh'],
  ['gr', 'el'],
  ['dk', 'da'],
  ['iw', 'he'],
  ['us', 'en'],
  ['vn', 'vi'],
  ['ge', 'ka'],
  ['eng', 'en'],
  ['ukr', 'uk'],
])('%s most likely means %s', (text, code) => {
  expect(suggestLocale(text)).toBe(code);
});

test.each(['', '-', 'xx', 'xx-en', 'Klingon', '__proto__', 'zz', 'by', 'kz', 'at', 'und', 'in', 'mo'])(
  'for %j nothing is suggested',
  (text) => {
    expect(suggestLocale(text)).toBeUndefined();
  },
);

test('every language has two letters and two names', () => {
  expect(
    locales.filter(({ code, name, nativeName }) => !/^[a-z]{2}$/.test(code) || !name || !nativeName),
  ).toEqual([]);
});

test('a region is an error that says what to write', () => {
  expect(validate({ name: 'Ada', locale: 'pt-br' })).toEqual([
    { code: 'unknown-locale', severity: 'error', path: '/locale', locale: 'pt-br', suggestion: 'pt' },
  ]);
});

test('a language that there is not is an error', () => {
  expect(validate({ name: 'Ada', locale: 'xx' })).toMatchObject([
    { code: 'unknown-locale', suggestion: undefined },
  ]);
});

test.each(['uk', ' en '])('%j passes', (locale) => {
  expect(codesOf({ name: 'Ada', locale })).toEqual([]);
});
