import { changeCustomers } from './change-customers.ts';
import { onceCreated } from './once-created.ts';
import { defineScenario } from './scenario-script.ts';

export const oversizedBody = defineScenario({
  name: 'oversized-body',
  summary: 'Creates, and answers 201 with a customer of over 5 MB.',
  basis: 'choice',
  concerns: 'create',
  answer: (exchange) =>
    onceCreated(exchange, (created) =>
      changeCustomers(created, (customer) => ({ ...customer, padding: 'x'.repeat(6 * 1024 * 1024) })),
    ),
});
