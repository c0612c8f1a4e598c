import { expect, test } from 'vitest';
import { chosenText, unreadMessage } from './text-pieces.ts';

/** What is chosen in a text whose selection is between `«` and `»`; without `»`, it is a cursor. */
function chosenIn(marked: string, languageId = 'typescript') {
  const start = marked.indexOf('«');
  const text = marked.replaceAll(/[«»]/g, '');
  const end = marked.includes('»') ? marked.indexOf('»') - 1 : start;
  const chosen = chosenText({ text, languageId, selections: [{ start, end }] });
  const message = unreadMessage(chosen, (offset) => {
    const lines = text.slice(0, offset).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  });
  return { texts: chosen.pieces.map((piece) => piece.text), message };
}

const [ada, bob] = ["{ name: 'Ada', tags: [{ name: 'vip' }] }", "{ name: 'Bob' }"];

test.each([
  ['the whole of an object', `const a = «${ada}»;`, [ada]],
  ['an object with the comma or semicolon behind it', `[\n«  ${bob},\n»]`, [`  ${bob}`]],
  ['a part of an object', "const a = { name: «'Ada'», tags: [{ name: 'vip' }] };", [ada]],
  ['a part of a tag', "const a = { name: 'Ada', tags: [{ name: '«v»ip' }] };", [ada]],
  [
    'a tag as a whole, which is taken as it is',
    "const a = { name: 'Ada', tags: [«{ name: 'vip' }»] };",
    ["{ name: 'vip' }"],
  ],
  ['a declaration', `«const a = ${ada};»`, [ada]],
  ['two neighbors', `[${'«'}${ada}, ${bob}»]`, [ada, bob]],
  ['the ends of two neighbors', "f([{ name: 'Ada'«}, { name»: 'Bob' }])", ["{ name: 'Ada'}", bob]],
  ['two declarations', `«const a = ${ada}; // don't\nconst b = ${bob};»`, [ada, bob]],
  ['a cursor in an object', "function f() { return { name: 'A«da' }; }", ["{ name: 'Ada' }"]],
  ['a cursor before an object', `f(«${bob})`, [bob]],
  ['an object inside another one', `«const all = { first: ${ada}, second: ${bob} };»`, [ada, bob]],
  [
    'JSON Lines',
    `{"name": "Ada"}\n{"na«me": "Bob"}\n{"name»": "Eve"}`,
    ['{"name": "Bob"}', '{"name": "Eve"}'],
  ],
])('chosenText: %s', (_name, marked, texts) => {
  expect(chosenIn(marked)).toEqual({ texts, message: undefined });
});

test('chosenText: a part of a JSON document is the customers that it touches', () => {
  const marked = '[\n  {"name": "Ada", "tags": []«},\n  {"na»me": "Bob"},\n  {"name": "Eve"}\n]';
  expect(chosenIn(marked, 'json')).toEqual({
    texts: ['{"name": "Ada", "tags": []}', '{"name": "Bob"}'],
    message: undefined,
  });
});

test.each([
  [
    "«const a = { name: 'Ada', email: makeEmail('x') };»",
    "line 1, column 33, the value of makeEmail('x') is computed",
  ],
  ['«const { name, email } = customer;»', 'line 1, column 9, the value of name is computed'],
  [
    "«The quick brown fox jumps over the lazy dog, and doesn't stop.»",
    'no customer in the selection (line 1, column 1)',
  ],
  ['\n  «{"name": "Ada" "email": 1}»', 'line 2, column 18. Invalid JSON: expected a comma.'],
  ['«if (a) { return b; }»', 'no customer in the selection'],
])('unreadMessage: says why %s is not sent', (marked, message) => {
  const chosen = chosenIn(marked);
  expect(chosen.texts).toEqual([]);
  expect(chosen.message).toMatch(/^Not sent: /);
  expect(chosen.message).toContain(message);
});

test('unreadMessage: what is computed in one customer does not hold back its neighbor', () => {
  const { texts, message } = chosenIn(`«[{ name: f() }, ${bob}]»`);
  expect(texts).toEqual([bob]);
  expect(message).toContain('f() is computed');
});
