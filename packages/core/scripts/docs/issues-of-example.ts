import type { Issue } from '../../src/create/outcome.ts';
import { readCustomerText } from '../../src/validation/read-customer-text.ts';
import { validateCustomer } from '../../src/validation/validate-customer.ts';
import { validateCustomerFile } from '../../src/validation/validate-customer-file.ts';

/** The clock of the documents: 15 January 2026, noon in UTC. A fixed one, so that they are the same every day. */
const now = Date.UTC(2026, 0, 15, 12);

/** What the real reader and the real rules find in an example: read as one customer, and as a file of them. */
export function issuesOfExample(example: string): { readonly asOne: Issue[]; readonly inFile: Issue[] } {
  const read = readCustomerText(example);
  const file = validateCustomerFile(read.json, { now });
  return {
    asOne: validateCustomer(read, { now }),
    inFile: [...file.issues, ...file.customers.flatMap(({ issues }) => issues)],
  };
}
