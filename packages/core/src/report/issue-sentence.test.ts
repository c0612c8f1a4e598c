import { expect, test } from 'vitest';
import { issuesOfExample } from '../../scripts/docs/issues-of-example.ts';
import { judge } from '../../test/judge.ts';
import { issueSentence, issueWords } from './issue-sentence.ts';

const examples = Object.entries(issueWords).flatMap(([code, words]) =>
  'example' in words ? [{ code, example: words.example }] : [],
);

function sentencesOf(customer: object): string[] {
  return judge(customer).map(issueSentence);
}

test.each(examples)('the example of $code really has it, and no other problem', ({ code, example }) => {
  const { asOne, inFile } = issuesOfExample(example);
  const codes = [...asOne, ...inFile].map((issue) => issue.code);
  // Only a list can show what two customers have in common, and a list is a problem of its own.
  expect(new Set(codes.filter((found) => found !== 'list-of-customers' || code === found))).toEqual(
    new Set([code]),
  );
});

test('only what nobody can write down has a sample instead of an example', () => {
  const samples = Object.entries(issueWords).filter(([, words]) => 'sample' in words);
  expect(samples.map(([code]) => code).sort()).toEqual([
    'many-customers',
    'more-findings',
    'refused',
    'too-large',
  ]);
});

test.each(Object.entries(issueWords))(
  'the title and the reason of %s are written out',
  (_code, { title, why }) => {
    expect([title, why]).toEqual([expect.stringMatching(/^[A-Z].*[^.]$/), expect.stringMatching(/\.$/)]);
  },
);

test.each([
  [{ name: 5 }, 'Name has to be text in quotes; this is a number.'],
  [
    { name: 'Ada', tags: ['vip'] },
    'Tag 1 has to be an object such as {"name": "vip"}; this is text in quotes.',
  ],
  [{ name: 'Ada', tags: [{ name: 5 }] }, 'The name of tag 1 has to be text in quotes; this is a number.'],
  [{ name: 'Ada', customData: 5 }, 'Custom data has to be an object or a list; this is a number.'],
  [{ name: 'Ada', customData: [5] }, 'An entry of custom data has to be an object; this is a number.'],
  [{ emial: 'a@b.cd', name: 'Ada' }, 'The field "emial" is not known and is not sent; did you mean "email"?'],
  [
    { mood: 'fine', name: 'Ada' },
    'The field "mood" is not known and is not sent; your own attributes belong into customData.',
  ],
  [{ name: 'Ada', tags: [{ name: 'vip', mood: 1 }] }, 'The field "mood" is not known and is not sent.'],
  [
    { name: 'Ada', firstSeen: 1603885746000 },
    'This is in milliseconds; in seconds it is "1603885746" (2020-10-28 11:49:06 UTC).',
  ],
  [{ name: 'Ada', locale: 'pt-br' }, '"pt-br" is no language of ISO 639-1; write "pt".'],
])('%j has its sentence', (customer, sentence) => {
  expect(sentencesOf(customer)).toEqual([sentence]);
});

test.each([
  [[], 'This is an empty list; a customer is an object in braces, such as {"name": "Ada"}.'],
  [[{ name: 'Ada' }], 'This is a list of one customer; take it out of the list.'],
  [{ data: [{}, {}], total: 2 }, 'This is a list of 2 customers; choose one of them.'],
])('%j is a list of its own kind', (customers, sentence) => {
  expect(sentencesOf(customers)).toEqual([sentence]);
});

test.each([
  ['The e-mail\nis bad.\u001b[2J', undefined, 'HelpCrunch says: The e-mail is bad. [2J'],
  ['', 'strange\ncode', 'HelpCrunch refused this: "strange code".'],
  ['', undefined, 'HelpCrunch refused this and gave no reason.'],
  ['', 'invalid_userId_value', 'HelpCrunch refused this userId: it is taken, or malformed.'],
])('a refusal that says %j with the code %s has its sentence', (said, apiCode, sentence) => {
  expect(issueSentence({ code: 'refused', severity: 'error', path: '', said, apiCode })).toBe(sentence);
});

test('a refusal of very many words is cut', () => {
  const issue = {
    code: 'refused',
    severity: 'error',
    path: '',
    said: 'no '.repeat(1000),
    apiCode: undefined,
  } as const;
  expect(issueSentence(issue).length).toBeLessThan(330);
});
