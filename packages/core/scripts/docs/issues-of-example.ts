import { readCustomerText } from '../../src/reading/read-customer-text.ts';
import type { Issue } from '../../src/rules/rules.ts';
import { validateCustomer } from '../../src/rules/validate-customer.ts';
import { validateCustomerFile } from '../../src/rules/validate-customer-file.ts';

/** Noon on 15 January 2026 in UTC: a fixed clock keeps the generated pages the same every day. */
const now = Date.UTC(2026, 0, 15, 12);

/** The issues of an example, from the real reader and the real rules: read as one customer, and as a file. */
export function issuesOfExample(example: string): { readonly asOne: Issue[]; readonly inFile: Issue[] } {
  const read = readCustomerText(example);
  const file = validateCustomerFile(read.json, { now });
  return {
    asOne: validateCustomer(read, { now }),
    inFile: [...file.issues, ...file.customers.flatMap(({ issues }) => issues)],
  };
}
