import { changeDates } from './change-dates.ts';
import { defineScenario } from './scenario-script.ts';

export const fractionalDates = defineScenario({
  name: 'fractional-dates',
  summary: 'Dates come back with milliseconds, "1607542030.713", as webhooks write them.',
  basis: 'choice',
  concerns: 'everything',
  answer: async ({ proceed }) => changeDates(await proceed(), (seconds) => `${seconds}.713`),
});
