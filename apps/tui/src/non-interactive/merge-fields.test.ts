import { expect, test } from 'vitest';
import { mergeFields } from './merge-fields.ts';

const file = {
  draft: {
    name: 'Grace',
    company: 'Navy',
    tags: [{ name: 'vip', color: '#ff0000' }, { name: 'beta' }],
    customData: { plan: 'free', seats: 3 },
  },
  issues: [],
};

test('mergeFields: a flag replaces a field, and says what it replaced', () => {
  const { customer, notes } = mergeFields(file, { name: 'Ada', phone: '5' });
  expect(customer.draft).toEqual({ ...file.draft, name: 'Ada', phone: '5' });
  expect(notes).toEqual(['The name of the file is replaced: "Grace" becomes "Ada".']);
});

test('mergeFields: the same value replaces nothing', () => {
  expect(mergeFields(file, { name: 'Grace' }).notes).toEqual([]);
});

test('mergeFields: tags merge by name, and keep their places', () => {
  const { customer, notes } = mergeFields(file, { tags: [{ name: 'new' }, { name: 'vip', color: 'teal' }] });
  expect(customer.draft.tags).toEqual([{ name: 'vip', color: 'teal' }, { name: 'beta' }, { name: 'new' }]);
  expect(notes).toEqual([
    'The tag of the file is replaced: {"name":"vip","color":"#ff0000"} becomes {"name":"vip","color":"teal"}.',
  ]);
});

test('mergeFields: custom data merges by property, as a map where the file has one', () => {
  const { customer, notes } = mergeFields(file, {
    customData: [
      { property: 'plan', value: 'pro' },
      { property: 'admin', value: true },
    ],
  });
  expect(customer.draft.customData).toEqual({ plan: 'pro', seats: 3, admin: true });
  expect(notes).toEqual(['The property "plan" of the file is replaced: "free" becomes "pro".']);
});

test('mergeFields: a flag replaces each one that the file lists twice', () => {
  const entries = [
    { property: 'plan', value: 'free' },
    { property: 'plan', value: 'trial' },
  ];
  const list = { draft: { customData: entries, tags: [{ name: 'vip' }, { name: 'vip' }] }, issues: [] };
  const given = { customData: [{ property: 'plan', value: 'pro' }], tags: [{ name: 'vip', color: 'teal' }] };
  const { customer, notes } = mergeFields(list, given);
  expect(customer.draft.customData).toEqual([given.customData[0], given.customData[0]]);
  expect(customer.draft.tags).toEqual([given.tags[0], given.tags[0]]);
  expect(notes).toHaveLength(4);
});

test('mergeFields: custom data merges as a list where the file has one', () => {
  const list = { draft: { customData: [{ property: 'plan', value: 'free' }] }, issues: [] };
  const given = { customData: [{ property: 'admin', value: true }] };
  expect(mergeFields(list, given).customer.draft.customData).toEqual([
    { property: 'plan', value: 'free' },
    { property: 'admin', value: true },
  ]);
});

test('mergeFields: a value of the file that cannot be read is replaced, and its issue with it', () => {
  const issue = { code: 'wrong-type', path: '/email', severity: 'error' } as never;
  const { customer, notes } = mergeFields({ draft: {}, issues: [issue] }, { email: 'ada@example.com' });
  expect(customer).toEqual({ draft: { email: 'ada@example.com' }, issues: [] });
  expect(notes).toEqual(['The email of the file is replaced.']);
});

test('mergeFields: what the file has in another form stays where no flag replaces it', () => {
  const asTyped = { email: '5', tags: 'vip' };
  const given = { email: 'ada@example.com', tags: [{ name: 'new' }] };
  expect(mergeFields({ draft: {}, issues: [], asTyped }, given).customer.asTyped).toEqual({ tags: 'vip' });
});
