import { expect, test } from 'vitest';
import { shellWords } from './request-command.ts';

test.each([
  ['curl  -d x', ['curl', '-d', 'x']],
  [`a'b c'"d e"f`, ['ab cd ef']],
  [`-d '{"a": 1}'`, ['-d', '{"a": 1}']],
  [String.raw`"{\"a\": \"\$5 \n\"}"`, [String.raw`{"a": "$5 \n"}`]],
  [String.raw`'it'\''s'`, ["it's"]],
  [String.raw`$'it\'s \u00e9\x21\n'`, ["it's é!\n"]],
  ['one \\\n  two ^\r\n three', ['one', 'two', 'three']],
  ["''", ['']],
  ['', []],
])('%s', (command, words) => {
  expect(shellWords(command)).toEqual(words);
});

test.each(["curl 'open", 'curl "open', "curl $'open"])(
  'shellWords: returns undefined for an open quote: %s',
  (command) => {
    expect(shellWords(command)).toBeUndefined();
  },
);
