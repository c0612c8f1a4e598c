import { expect, test } from 'vitest';
import { cssColorToHex, isCssColor, isSameColor, suggestCssColor } from './css-color.ts';

test.each([
  ['red', '#ff0000ff'],
  [' RebeccaPurple ', '#663399ff'],
  ['#f00', '#ff0000ff'],
  ['#F008', '#ff000088'],
  ['#c377e0', '#c377e0ff'],
  ['#ff000080', '#ff000080'],
  ['rgb(255, 0, 0)', '#ff0000ff'],
  ['rgb(255 0 0 / 50%)', '#ff000080'],
  ['rgba(1, 2, 3, .5)', '#01020380'],
  ['rgb(300 0 0)', '#ff0000ff'],
  ['hsl(120deg 100% 50%)', '#00ff00ff'],
  ['hsl(0.5turn 100% 50%)', '#00ffffff'],
  ['hwb(120 0% 0%)', '#00ff00ff'],
  ['lab(50% 40 59)', '#bf5702ff'],
  ['oklch(60% 0.1 50deg)', '#b06d47ff'],
  ['oklab(none none none)', '#000000ff'],
  ['color(display-p3 1 0 0)', '#ff0000ff'],
  ['transparent', '#00000000'],
])('%s is a color', (text, hex) => {
  expect(cssColorToHex(text)).toBe(hex);
});

test.each([
  '',
  ' ',
  'ff0000',
  '123',
  '#ff',
  '#fffff',
  '#ggg',
  '0xff0000',
  'reddish',
  'red;',
  'red blue',
  'rgb()',
  'rgb(',
  'rgb(255, 0, 0',
  'rgb(255 0 0',
  'oklch(0.5 0.1 0.1 / 0.5',
  'rgb(1 2)',
  'rgb(1 2 3 4)',
  'rgb(1, 2 3)',
  'rgb(a, b, c)',
  'hsv(0 0% 0%)',
  'hwb(120, 0%, 0%)',
  'color(',
  'color(foo 1 0 0)',
  'color(--mine 1 0 0)',
  '--mine',
  'inherit',
  'none',
  'constructor',
  '__proto__',
  'toString',
])('cssColorToHex: rejects %j', (text) => {
  expect(isCssColor(text)).toBe(false);
});

test.each(['rgb(1'.padEnd(100_000, '1'), 'rgb(1 '.padEnd(100_000, '1 '), 'hsl('.padEnd(100_000, '1')])(
  'cssColorToHex: rejects a very long text quickly',
  (text) => {
    expect(isCssColor(text)).toBe(false);
  },
);

test.each([
  ['ff0000', '#ff0000'],
  ['C377E0', '#c377e0'],
  ['dark red', 'darkred'],
  ['Dark-Red', 'darkred'],
  ['oragne', 'orange'],
  ['gren', 'green'],
  ['#FF0000;', '#ff0000'],
  ['＃ff0000', '#ff0000'],
  ['0xff0000', '#ff0000'],
  ['rgb(255, 0, 0', 'rgb(255, 0, 0)'],
  ['rgb (255, 0, 0)', 'rgb(255, 0, 0)'],
  ['oklab (0.6 0.1 0.1)', 'oklab(0.6 0.1 0.1)'],
])('%s most likely means %s', (text, meant) => {
  expect(suggestCssColor(text)).toBe(meant);
});

test.each(['', 'corporate identity', 'x'.repeat(10_000), 'oklch(0.6 0.1)'])(
  'for %.20j nothing is suggested',
  (text) => {
    expect(suggestCssColor(text)).toBeUndefined();
  },
);

test.each([
  ['red', '#F00'],
  ['#FF0000', '#ff0000'],
  ['rgb(255 0 0)', 'red'],
  ['not a colour', 'not a colour'],
])('%s and %s are the same', (one, other) => {
  expect(isSameColor(one, other)).toBe(true);
});

test.each([
  ['red', '#f000'],
  ['no colour', 'none either'],
])('%s and %s are not the same', (one, other) => {
  expect(isSameColor(one, other)).toBe(false);
});
