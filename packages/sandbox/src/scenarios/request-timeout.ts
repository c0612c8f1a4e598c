import { refuse } from '../answers/refusal.ts';
import { defineScenario } from './scenario-script.ts';

export const requestTimeout = defineScenario({
  name: 'request-timeout',
  summary: 'A create is answered with 408; nothing is created.',
  basis: 'choice',
  concerns: 'create',
  answer: () => refuse(408, [{ code: 'request_timeout', message: 'Request timeout' }]),
});
