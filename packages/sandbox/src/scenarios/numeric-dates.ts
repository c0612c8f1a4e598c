import { changeCustomers } from './change-customers.ts';
import { defineScenario } from './scenario-script.ts';

export const numericDates = defineScenario({
  name: 'numeric-dates',
  summary: 'Dates come back as numbers of seconds, as the older pages show.',
  basis: 'documented',
  concerns: 'everything',
  answer: async ({ proceed }) =>
    changeCustomers(await proceed(), (customer) => ({
      ...customer,
      firstSeen: customer.firstSeen === null ? null : Number(customer.firstSeen),
      lastSeen: customer.lastSeen === null ? null : Number(customer.lastSeen),
    })),
});
