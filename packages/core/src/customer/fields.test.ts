import { expect, test } from 'vitest';
import { customerField, customerFields, identityFields, isDateField, readOnlyFields } from './fields.ts';

test('there is a row for every documented request field, in the order people are asked', () => {
  expect(customerFields.map(({ key }) => key)).toEqual([
    'name',
    'email',
    'userId',
    'company',
    'phone',
    'firstSeen',
    'source',
    'locale',
    'createdFrom',
    'integrationId',
    'notes',
    'tags',
    'customData',
  ]);
});

test.each(customerFields)('what is reported about $key ends with a full stop', ({ help, facts }) => {
  expect([help, ...facts.map(({ text }) => text)].filter((text) => !text.endsWith('.'))).toEqual([]);
});

test('a row is found by its key', () => {
  expect(customerField('email')?.label).toBe('Email');
});

test.each(['id', 'Email', 'constructor', '__proto__', ''])('%j has no row', (key) => {
  expect(customerField(key)).toBeUndefined();
});

test('no request field counts as read-only', () => {
  expect(customerFields.filter(({ key }) => readOnlyFields.has(key))).toEqual([]);
});

test('isDateField: knows the dates of requests and of responses', () => {
  const keys = ['firstSeen', 'lastSeen', 'name', 'id', ''];
  expect(keys.filter(isDateField)).toEqual(['firstSeen', 'lastSeen']);
});

test('identityFields: name a customer in this order', () => {
  expect(identityFields.map(({ key }) => key)).toEqual(['name', 'email', 'userId']);
});
