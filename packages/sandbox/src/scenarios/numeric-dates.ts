import { changeDates } from './change-dates.ts';
import { defineScenario } from './scenario-script.ts';

export const numericDates = defineScenario({
  name: 'numeric-dates',
  summary: 'Dates come back as numbers of seconds, as the older pages show.',
  basis: 'documented',
  concerns: 'everything',
  answer: async ({ proceed }) => changeDates(await proceed(), Number),
});
