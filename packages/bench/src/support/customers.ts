/** A customer with all 13 fields and no issue. */
export function fullCustomer(index: number) {
  return {
    name: `Ada Lovelace ${index}`,
    email: `ada${index}@example.com`,
    userId: `user-${index}`,
    company: 'Analytical Engines Ltd',
    phone: '+10233456781',
    firstSeen: '2020-10-28T12:49:06Z',
    source: 'https://example.com/pricing',
    locale: 'uk',
    createdFrom: 'telegram',
    integrationId: '465847687',
    notes: 'Prefers email over phone.',
    tags: [
      { name: 'vip', color: '#ff0000' },
      { name: 'beta', color: 'teal' },
    ],
    customData: [
      { property: 'plan', value: 'pro' },
      { property: 'seats', value: 12 },
      { property: 'trial', value: false },
    ],
  };
}

/** Milliseconds that a run takes; what it returns must be right, since wrong work would be fast for nothing. */
export async function timed(run: () => boolean | Promise<boolean>): Promise<number> {
  const start = performance.now();
  const isRight = await run();
  const end = performance.now();
  if (!isRight) throw new Error('A measured program did not do what it was measured for.');
  return end - start;
}
