import type { ListedCustomer } from './listed-customer.ts';
import { repeated } from './repeated.ts';

/** A userId is unique in the organisation (documented): of two customers with the same one, the later is refused. */
export function* duplicateUserId(customers: readonly ListedCustomer[]) {
  for (const { index, first } of repeated(customers, ({ draft }) => draft.userId?.trim())) {
    const firstPath = `${customers[first]?.path}/userId`;
    const userId = customers[index]?.draft.userId?.trim() ?? '';
    yield {
      index,
      issue: {
        code: 'duplicate-user-id',
        severity: 'error',
        path: '/userId',
        userId,
        firstPath,
        first: first + 1,
      } as const,
    };
  }
}
