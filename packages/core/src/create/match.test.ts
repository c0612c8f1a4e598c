import { expect, test } from 'vitest';
import type { CreateCustomerPayload } from '../customer/draft.ts';
import type { JsonObject } from '../customer/json.ts';
import { matchCustomer } from './evidence.ts';

const sent = { name: 'Ada Lovelace', email: 'ada@example.com', userId: 'u-1' };

test.each<[string, CreateCustomerPayload, JsonObject]>([
  ['as it was sent', sent, { ...sent, id: 1, locale: 'en', firstSeen: 5 }],
  ['with empty fields', sent, { ...sent, phone: '', company: null, tags: [] }],
  [
    'with the tags that were sent',
    { ...sent, tags: [{ name: 'vip' }] },
    { ...sent, tags: [{ name: 'vip' }] },
  ],
])('a customer %s is as sent', (_what, request, customer) => {
  expect(matchCustomer(request, customer)).toBe('as-sent');
});

test.each<[string, CreateCustomerPayload, JsonObject]>([
  ['with another name', sent, { ...sent, name: 'Grace Hopper' }],
  ['with another address', sent, { ...sent, email: 'grace@example.com' }],
  ['without the name', sent, { ...sent, name: null }],
  ['without the address', sent, { ...sent, email: '' }],
  ['with an address where none was sent', { userId: 'u-1' }, { userId: 'u-1', email: 'grace@example.com' }],
])('a customer %s is someone else', (_what, request, customer) => {
  expect(matchCustomer(request, customer)).toBe('someone-else');
});

test.each<[string, CreateCustomerPayload, JsonObject]>([
  ['in capitals', sent, { ...sent, name: 'ADA  LOVELACE' }],
  ['cut', sent, { ...sent, name: 'Ada Love' }],
  ['with a name where none was sent', { userId: 'u-1', phone: '1' }, { userId: 'u-1', name: 'Guest' }],
  ['with a note that was not sent', sent, { ...sent, notes: 'called twice' }],
  ['with a name that was not sent', { email: sent.email }, { email: sent.email, name: 'Grace Hopper' }],
  [
    'without a custom attribute that was sent',
    { ...sent, customData: [{ property: 'plan', value: 'pro' }] },
    sent,
  ],
  ['with a custom attribute that was not sent', sent, { ...sent, customData: { plan: 'pro' } }],
  [
    'with a custom attribute beside the one sent, as a list',
    { ...sent, customData: [{ property: 'plan', value: 'pro' }] },
    {
      ...sent,
      customData: [
        { property: 'plan', value: 'pro' },
        { property: 'by', value: 'crm' },
      ],
    },
  ],
  ['with a tag that was not sent', sent, { ...sent, tags: [{ name: 'lead' }] }],
  ['with another company', { ...sent, company: 'A' }, { ...sent, company: 'B' }],
])('a customer %s proves neither', (_what, request, customer) => {
  expect(matchCustomer(request, customer)).toBe('cannot-tell');
});
