import { refuse } from '../answers/refusal.ts';
import { defineScenario } from './scenario-script.ts';

export const searchFails = defineScenario({
  name: 'search-fails',
  summary: 'Every search is answered with a 500; creating works.',
  basis: 'choice',
  concerns: 'search',
  answer: () => refuse(500, [{ code: 'internal_error', message: 'Internal server error' }]),
});
