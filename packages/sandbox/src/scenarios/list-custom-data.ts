import { changeCustomers } from './change-customers.ts';
import { defineScenario } from './scenario-script.ts';

export const listCustomData = defineScenario({
  name: 'list-custom-data',
  summary: 'Custom data comes back as the list it was sent as.',
  basis: 'documented',
  concerns: 'everything',
  answer: async ({ proceed }) =>
    changeCustomers(await proceed(), (customer) => ({
      ...customer,
      customData: Object.entries(customer.customData).map(([property, value]) => ({ property, value })),
    })),
});
