import { expect, test } from 'vitest';
import { readFieldTexts } from './field-texts.ts';
import { readingMessage } from './reading-note.ts';

const now = Date.parse('2024-05-15T12:00:00Z');

async function read(texts: Parameters<typeof readFieldTexts>[0]) {
  const { draft, notes } = await readFieldTexts(texts, now);
  return { draft, notes: notes.map(readingMessage) };
}

test('a date may be a phrase, and what it came to is reported', async () => {
  expect(await read({ firstSeen: '2 hours ago' })).toEqual({
    draft: { firstSeen: '2024-05-15T10:00:00Z' },
    notes: [expect.stringMatching(/^"2 hours ago" is .*2024.*, sent as "1715767200"\.$/u)],
  });
});

test('a date that is written as one has no note', async () => {
  expect(await read({ firstSeen: '2024-05-01' })).toEqual({ draft: { firstSeen: '2024-05-01' }, notes: [] });
});

test.each(['Portuguese', 'português', ' PORTUGUESE '])('%j is a language', async (text) => {
  const { draft, notes } = await read({ locale: text });
  expect(draft).toEqual({ locale: 'pt' });
  expect(notes).toEqual([`"${text}" is sent as "pt".`]);
});

test('text that is not the whole name of a language stays, for the rules to check', async () => {
  for (const text of ['pt-br', 'portu', 'pt', ' pt ']) {
    expect(await read({ locale: text })).toEqual({ draft: { locale: text }, notes: [] });
  }
});

test('commas make several tags of one, and that is reported', async () => {
  expect(await read({ tags: ['vip, beta red', '"a, b"'] })).toEqual({
    draft: { tags: [{ name: 'vip' }, { name: 'beta', color: 'red' }, { name: 'a, b' }] },
    notes: [
      expect.stringMatching(/^The commas make 2 tags: "vip", "beta"\./u),
      expect.stringMatching(/^Tag "beta" has the color red\./u),
    ],
  });
});

test.each([
  [
    'Mr Gray',
    { name: 'Mr', color: 'Gray' },
    `Tag "Mr" has the color Gray. To make it part of the name, write '"Mr Gray"' with both quotes.`,
  ],
  [
    'Code red',
    { name: 'Code', color: 'red' },
    `Tag "Code" has the color red. To make it part of the name, write '"Code red"' with both quotes.`,
  ],
  ['issue #123', { name: 'issue #123' }, 'Tag "issue #123" has no color. Did you mean "issue #112233"?'],
  ['order #1234', { name: 'order #1234' }, 'Tag "order #1234" has no color. Did you mean "order #11223344"?'],
])('readFieldTexts: the reading of the tag %j is announced', async (text, tag, note) => {
  expect(await read({ tags: [text] })).toEqual({ draft: { tags: [tag] }, notes: [note] });
});

test.each(['"Mr Gray"', '"Mr" gray', 'vip #ff0000', 'vip rgb(1, 2, 3)'])(
  'readFieldTexts: the tag %j has one reading',
  async (text) => {
    expect((await read({ tags: [text] })).notes).toEqual([]);
  },
);

test('a tag of nothing stays, for the rules to validate', async () => {
  expect(await read({ tags: [' '] })).toEqual({ draft: { tags: [{ name: '' }] }, notes: [] });
});

test('guesses and what is left out are reported', async () => {
  const { draft, notes } = await read({ company: ' ', customData: ['zip=12345', 'e=', 'plan=pro'] });
  expect(draft).toMatchObject({
    customData: [{ property: 'zip', value: 12345 }, { property: 'e', value: '' }, { value: 'pro' }],
  });
  expect(notes).toEqual([
    'Company is empty and is not sent.',
    expect.stringMatching(/^zip: 12345 was read as a number/u),
    'e has no value and is not sent.',
  ]);
});
