import type { CustomerDraft } from '../customer/draft.ts';
import { quote } from '../customer/format.ts';
import { withoutInvisible } from '../customer/invisible.ts';
import type { JsonPointer } from '../customer/json.ts';
import { defineRule } from './rule.ts';

// Rules for the customers of one file, compared with each other.

/** A customer in a list, and its place in the file. */
export interface ListedCustomer {
  readonly path: JsonPointer;
  readonly draft: CustomerDraft;
}

export const duplicateUserId = defineRule({
  code: 'duplicate-user-id',
  severity: 'error',
  title: 'Duplicate user ID in a list',
  why: 'A user ID is unique in the organization (documented), so HelpCrunch would reject the later customer.',
  example: '[{"name": "Ada", "userId": "1843"}, {"name": "Grace", "userId": "1843"}]',
  message: ({ userId, first }: { userId: string; firstPath: string; first: number }) =>
    `Customer ${first} in this list already has the user ID ${quote(userId)}. HelpCrunch rejects an ID that is taken.`,
});

export const duplicateEmail = defineRule({
  code: 'duplicate-email',
  severity: 'advice',
  title: 'Duplicate email in a list',
  why: 'An email is not unique (documented): the same one again most likely creates a second customer.',
  example: '[{"name": "Ada", "email": "ada@example.com"}, {"name": "Grace", "email": "ADA@example.com"}]',
  message: ({ email, first }: { email: string; firstPath: string; first: number }) =>
    `Customer ${first} in this list already has the email ${quote(email)}. This creates a second customer with it.`,
});

/** Every issue that shows only in the list as a whole, each with the index of its customer. */
export function* checkList(customers: readonly ListedCustomer[]) {
  for (const { index, first } of repeated(customers, ({ draft }) => withoutInvisible(draft.userId ?? ''))) {
    const userId = customers[index]?.draft.userId?.trim() ?? '';
    const firstPath = `${customers[first]?.path}/userId`;
    yield { index, issue: duplicateUserId.at('/userId', { userId, firstPath, first: first + 1 }) };
  }
  for (const { index, first } of repeated(customers, ({ draft }) =>
    withoutInvisible(draft.email ?? '').toLowerCase(),
  )) {
    const email = customers[index]?.draft.email?.trim() ?? '';
    const firstPath = `${customers[first]?.path}/email`;
    yield { index, issue: duplicateEmail.at('/email', { email, firstPath, first: first + 1 }) };
  }
}

/** Customers whose text an earlier one has; `index` and `first` count from 0. */
function* repeated(
  customers: readonly ListedCustomer[],
  textOf: (customer: ListedCustomer) => string | undefined,
): Generator<{ readonly index: number; readonly first: number }> {
  const firsts = new Map<string, number>();
  for (const [index, customer] of customers.entries()) {
    const text = textOf(customer);
    // A variable has another value for each customer.
    if (!text || text.includes('{{')) continue;
    const first = firsts.get(text);
    if (first === undefined) firsts.set(text, index);
    else yield { index, first };
  }
}
