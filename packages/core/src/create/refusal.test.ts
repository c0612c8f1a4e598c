import { expect, test } from 'vitest';
import { toRefusals } from './look-again.ts';

const draft = { email: 'a@b.cd', tags: [{ name: ' ' }, { name: 'vip' }], customData: { plan: 'pro' } };
const opening = { code: 'invalid_request', message: 'Invalid request' };

test('the opening entry is left out when another says more', () => {
  expect(toRefusals([opening, { code: 'email', message: 'Not an address.' }], draft)).toEqual([
    { code: 'refused', severity: 'error', path: '/email', message: 'Not an address.', apiCode: 'email' },
  ]);
});

test('the opening entry stays when it is all there is', () => {
  expect(toRefusals([opening], draft)).toMatchObject([{ path: '', message: 'Invalid request' }]);
});

test.each([
  ['tags[0].name', '/tags/1/name'],
  ['customData[0].value', '/customData/plan'],
  ['customer.email', '/email'],
  ['invalid_userId_value', '/userId'],
  ['something_else', ''],
])('what is reported about %s stands at %j of the draft', (code, path) => {
  expect(toRefusals([{ code }], draft)).toMatchObject([{ path, message: '', apiCode: code }]);
});

test('words without a code are about the whole', () => {
  expect(toRefusals([{ message: 'No.' }], draft)).toEqual([
    { code: 'refused', severity: 'error', path: '', message: 'No.', apiCode: undefined },
  ]);
});
