import { changeCustomers } from './change-customers.ts';
import { defineScenario } from './scenario-script.ts';

export const oldDates = defineScenario({
  name: 'old-dates',
  summary: 'Dates come back as "2017-07-24 14:30:00".',
  basis: 'documented',
  concerns: 'everything',
  answer: async ({ proceed }) =>
    changeCustomers(await proceed(), (customer) => ({
      ...customer,
      firstSeen: dateTime(customer.firstSeen),
    })),
});

/** In UTC; which zone the old pages meant is not known. Digits beyond the calendar stay as they are. */
function dateTime(seconds: string | null): string | null {
  const date = new Date(Number(seconds) * 1000);
  return seconds === null || Number.isNaN(date.getTime())
    ? seconds
    : date
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, '');
}
