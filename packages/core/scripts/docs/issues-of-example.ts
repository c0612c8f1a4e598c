import type { Issue } from '../../src/api/outcome.ts';
import { readCustomerText } from '../../src/validation/read-customer-text.ts';
import { validateCustomer } from '../../src/validation/validate-customer.ts';
import { validateCustomerFile } from '../../src/validation/validate-customer-file.ts';

/** The clock of the documents: 15 January 2026, noon in UTC. A fixed one, so that they are the same every day. */
const now = Date.UTC(2026, 0, 15, 12);

/** What the real reader and the real rules find in an example, read as one customer; if it is a list, as a file too. */
export function issuesOfExample(example: string): Issue[] {
  const read = readCustomerText(example);
  const asOne = validateCustomer(read, { now });
  const isList = asOne.some(({ code }) => code === 'list-of-customers');
  const listed = isList ? validateCustomerFile(read.json, { now }).customers : [];
  return [...asOne, ...listed.flatMap(({ issues }) => issues)];
}
