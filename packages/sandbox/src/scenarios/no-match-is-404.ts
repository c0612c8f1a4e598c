import { customerNotFound } from '../answers/known-refusals.ts';
import { ifNoMatch } from './if-no-match.ts';
import { defineScenario } from './scenario-script.ts';

export const noMatchIs404 = defineScenario({
  name: 'no-match-is-404',
  summary: 'A search without a match is a 404.',
  basis: 'seen',
  concerns: 'search',
  answer: (exchange) => ifNoMatch(exchange, customerNotFound),
});
