import { changeDates } from './change-dates.ts';
import { defineScenario } from './scenario-script.ts';

export const oldDates = defineScenario({
  name: 'old-dates',
  summary: 'Dates come back as "2017-07-24 14:30:00".',
  basis: 'documented',
  concerns: 'everything',
  answer: async ({ proceed }) => changeDates(await proceed(), dateTime),
});

/** In UTC; which zone the old pages meant is not known. Digits beyond the calendar stay as they are. */
function dateTime(seconds: string): string {
  const date = new Date(Number(seconds) * 1000);
  return Number.isNaN(date.getTime())
    ? seconds
    : date
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, '');
}
