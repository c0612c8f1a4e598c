/** A list of customers of about so many bytes: mostly right, with a finding in every tenth. */
export function customersOf(bytes: number): string {
  const customers: string[] = [];
  let size = 0;
  while (size < bytes) {
    const text = JSON.stringify(sampleCustomer(customers.length), undefined, 2);
    customers.push(text);
    size += text.length + 2;
  }
  return `[\n${customers.join(',\n')}\n]\n`;
}

/**
 * One of them; every tenth has a locale that HelpCrunch does not know.
 *
 * @public peers/src/measures judges them one by one.
 */
export function sampleCustomer(index: number): Record<string, unknown> {
  return {
    name: `Customer ${index}`,
    email: `customer-${index}@example.com`,
    userId: `user-${index}`,
    firstSeen: String(1_603_885_746 + index),
    locale: index % 10 === 0 ? 'pt-br' : 'uk',
    tags: [{ name: `tag-${index % 50}`, color: index % 2 === 0 ? 'rebeccapurple' : '#ff0000' }],
    customData: { plan: 'pro', seats: index, trial: false },
  };
}
