import { changeCustomers } from './change-customers.ts';
import { defineScenario } from './scenario-script.ts';

export const sparseAnswer = defineScenario({
  name: 'sparse-answer',
  summary:
    'Customers come back without a device, with null for a location, and with a field nobody knows yet.',
  basis: 'choice',
  concerns: 'everything',
  answer: async ({ proceed }) =>
    changeCustomers(await proceed(), ({ device: _device, ...customer }) => ({
      ...customer,
      location: null,
      loyalty: { level: 3 },
    })),
});
