import type { ListedCustomer } from './listed-customer.ts';
import { repeated } from './repeated.ts';

/** An e-mail is not unique (documented): the same one again most likely makes a second customer. */
export function* duplicateEmail(customers: readonly ListedCustomer[]) {
  for (const { index, first } of repeated(customers, ({ draft }) => draft.email?.trim().toLowerCase())) {
    const firstPath = `${customers[first]?.path}/email`;
    const email = customers[index]?.draft.email?.trim() ?? '';
    yield {
      index,
      issue: {
        code: 'duplicate-email',
        severity: 'advice',
        path: '/email',
        email,
        firstPath,
        first: first + 1,
      } as const,
    };
  }
}
