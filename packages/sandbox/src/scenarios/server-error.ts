import { refuse } from '../answers/refusal.ts';
import { defineScenario } from './scenario-script.ts';

export const serverError = defineScenario({
  name: 'server-error',
  summary: 'A create is answered with a JSON 500; nothing is created.',
  basis: 'choice',
  concerns: 'create',
  answer: () => refuse(500, [{ code: 'internal_error', message: 'Internal server error' }]),
});
