import { readCustomer } from '../reading/read-customer.ts';
import { defineScenario } from './scenario-script.ts';

export const userIdTaken = defineScenario({
  name: 'user-id-taken',
  summary: 'Somebody else creates a customer with the same userId a moment before.',
  basis: 'seen',
  concerns: 'create',
  answer({ body, store, proceed }) {
    const read = readCustomer(body);
    const userId = read.ok ? read.customer.userId : undefined;
    if (typeof userId === 'string' && !store.hasUserId(userId)) {
      store.add({ userId });
    }
    return proceed();
  },
});
