import { expect, test } from 'vitest';
import { readPaste } from './read-paste.ts';

const ada = { name: 'Ada', email: 'ada@example.com' };
const body = JSON.stringify(ada);

test.each([
  `curl https://api.helpcrunch.com/v1/customers -H 'Authorization: Bearer secret' -d '${body}'`,
  `$ curl \\\n  --data-raw '${body}' \\\n  https://example.com`,
  `curl -X POST --data='${body}' x`,
  `curl -d'${body}' x`,
  `curl.exe --json ${JSON.stringify(body)} x`,
  `curl -d @file.json --data-binary '${body}' x`,
])('the body of a command is a customer: %s', (text) => {
  expect(readPaste(text)).toEqual({ kind: 'curl', customers: [ada] });
});

test('a response keeps what can be sent', () => {
  const response = {
    id: 5,
    ...ada,
    userId: null,
    notes: '',
    firstSeen: 1603885746,
    lastSeen: 1603885746,
    location: { city: 'London' },
    tags: [
      { id: 3, name: 'vip', color: '#f00', createdBy: 1 },
      { name: 'new', color: null },
    ],
    customData: { plan: 'pro' },
  };
  const customers = [
    {
      ...ada,
      firstSeen: 1603885746,
      tags: [{ name: 'vip', color: '#f00' }, { name: 'new' }],
      customData: { plan: 'pro' },
    },
  ];
  expect(readPaste(JSON.stringify(response))).toEqual({ kind: 'response', customers });
});

test('a page of customers is all of them', () => {
  const page = { data: [{ id: 1, name: 'Ada' }, { id: 2 }, { id: 3, userId: '5' }], total: 3 };
  expect(readPaste(JSON.stringify(page))?.customers).toEqual([{ name: 'Ada' }, { userId: '5' }]);
});

test.each([
  body,
  JSON.stringify([ada]),
  '{"id": 5}',
  '{"version": 1}',
  'curl https://example.com',
  "curl -d 'name=Ada' https://example.com",
  `curl -d '${body}`,
  `echo '${body}'`,
  'Ada Lovelace',
  '',
])('other text stays as it is: %s', (text) => {
  expect(readPaste(text)).toBeUndefined();
});
