import { locales } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { chosenLocale, findLocales, firstMatch } from './find-locales.ts';

test('a code goes first, then a name, then a beginning', () => {
  expect(findLocales('uk')[0]?.code).toBe('uk');
  expect(findLocales('german')[0]?.code).toBe('de');
  expect(findLocales('deutsch')[0]?.code).toBe('de');
  expect(findLocales('portu')[0]?.code).toBe('pt');
  expect(findLocales('prtg').map(({ code }) => code)).toContain('pt');
});

test('findLocales: nothing typed lists every language once, those of most customers first', () => {
  const all = findLocales('').map(({ code }) => code);
  expect(all.slice(0, 3)).toEqual(['en', 'es', 'pt']);
  expect(all.toSorted()).toEqual(locales.map(({ code }) => code).toSorted());
});

test('a code with a region leads to the language', () => {
  expect(findLocales('pt-br').map(({ code }) => code)).toEqual(['pt']);
});

test.each([
  ['ua', 'uk'],
  ['cn', 'zh'],
  ['jp', 'ja'],
  ['iw', 'he'],
  ['us', 'en'],
  ['eng', 'en'],
  ['ukrain', 'uk'],
])('findLocales: what %s means is chosen, whatever else has its letters', (typed, code) => {
  expect(chosenLocale(typed, firstMatch(typed))).toBe(code);
});

test.each(['gb', 'krain', 'prtg'])('firstMatch: %s only resembles languages, and none is chosen', (typed) => {
  expect(findLocales(typed)).not.toEqual([]);
  expect(chosenLocale(typed, firstMatch(typed))).toBe(typed);
});

test('nothing typed finds all of them, and nothing like it finds none', () => {
  expect(findLocales('  ')).toHaveLength(locales.length);
  expect(findLocales('1!')).toEqual([]);
});

test('every code is chosen by typing it, and by typing its name', () => {
  const wrong = locales.filter(({ code, name }) => {
    return chosenLocale(code, 0) !== code || findLocales(name)[0]?.name.toLowerCase() !== name.toLowerCase();
  });
  expect(wrong).toEqual([]);
});
