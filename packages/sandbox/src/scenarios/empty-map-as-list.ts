import { changeCustomers } from './change-customers.ts';
import { defineScenario } from './scenario-script.ts';

export const emptyMapAsList = defineScenario({
  name: 'empty-map-as-list',
  summary: 'Custom data that is empty comes back as [], as PHP writes an empty map.',
  basis: 'choice',
  concerns: 'everything',
  answer: async ({ proceed }) =>
    changeCustomers(await proceed(), (customer) =>
      Object.keys(customer.customData).length === 0 ? { ...customer, customData: [] } : customer,
    ),
});
