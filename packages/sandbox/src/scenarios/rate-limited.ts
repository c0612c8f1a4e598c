import { tooManyRequests } from '../answers/known-refusals.ts';
import { defineScenario } from './scenario-script.ts';

export const rateLimited = defineScenario({
  name: 'rate-limited',
  summary: 'Every request is over the limit (429); nothing says how long to wait.',
  basis: 'documented',
  concerns: 'everything',
  answer: tooManyRequests,
});
